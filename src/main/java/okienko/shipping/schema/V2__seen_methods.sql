-- delivery methods of orders that none of our services answers to: somebody should say what they mean
create table shipping.unmapped_methods (
    method    text primary key,
    orders    bigint      not null,
    last_seen timestamptz not null
);
