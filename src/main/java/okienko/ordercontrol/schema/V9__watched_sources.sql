-- what the last look at an open order read or lacked: only when one of these changes is it looked at again. PAYMENT, STOCK …
alter table ordercontrol.controlled_orders
    add column reads         text[] not null default '{}',
    add column look_again_at timestamptz; -- when the clock alone may change what is said; null: never
update ordercontrol.controlled_orders
    set reads = '{ORDER,CUSTOMER,OTHER_ORDERS,PAYMENT,STOCK,RATES,SHIPPING,TIME}'
    where state in ('WAITING', 'HELD');
create index watched_sources on ordercontrol.controlled_orders using gin (reads) where state in ('WAITING', 'HELD');
create index look_again on ordercontrol.controlled_orders (look_again_at) where state in ('WAITING', 'HELD');
