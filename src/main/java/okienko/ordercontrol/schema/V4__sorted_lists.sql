-- sorts as people here do: Ł follows L, capitals do not count, and 9 comes before 10
create collation ordercontrol.natural (provider = icu, locale = 'pl-u-kn-true');

-- what lists are sorted by besides: what a person must look at first, and until when an order may wait
alter table ordercontrol.controlled_orders
    add column urgency smallint not null generated always as (
        case state when 'HELD' then 0 when 'WAITING' then 1 when 'PENDING' then 2 when 'RELEASED' then 3 else 4 end) stored,
    add column due timestamptz not null generated always as (
        coalesce(deadline, timestamptz '9999-12-31 00:00:00+00')) stored;

create index on ordercontrol.controlled_orders (number collate ordercontrol.natural, order_id);
create index on ordercontrol.controlled_orders (buyer collate ordercontrol.natural, order_id);
create index on ordercontrol.controlled_orders (total_home, order_id);
create index on ordercontrol.controlled_orders (urgency, order_id);
create index on ordercontrol.controlled_orders (due, order_id);
