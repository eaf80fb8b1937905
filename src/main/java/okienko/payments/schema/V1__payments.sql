create schema payments;

-- every movement once: the source's own id tells repeats
create table payments.movements (
    id           bigint generated always as identity primary key,
    source       text        not null,
    reference    text        not null,
    channel      text,       -- null with external_id: not known yet whose it is
    external_id  text,
    order_number text        not null, -- the number the payer named, as read
    amount_minor bigint      not null,
    currency     text        not null,
    received_at  timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    note         text        not null default '',
    unique (source, reference)
);
create index on payments.movements (channel, external_id);
create index on payments.movements (received_at desc, id desc);
create index on payments.movements (order_number) where channel is null;

create table payments.rate_tables (
    table_number text primary key,
    effective_on date        not null,
    rates        jsonb       not null, -- {"EUR": "4.2512"}: zloty for one unit
    imported_at  timestamptz not null
);
create index on payments.rate_tables (effective_on desc);
