-- a promise to an order that is not released ends by itself; it then stays known, so that it is not made anew
alter table stock.reservations
    add column until     timestamptz, -- null: until the order has left
    add column lapsed_at timestamptz;
create index running_out on stock.reservations (until) where until is not null and lapsed_at is null;

create table stock.settings (
    only_row  boolean primary key default true check (only_row),
    held_for_hours int not null default 72 -- how long pieces stay aside for an order that is not released
);
insert into stock.settings default values;

-- what came and went, each once by the key of whoever counted it
create table stock.adjustments (
    key      text primary key,
    sku      text        not null,
    change   int         not null,
    on_hand  int         not null, -- afterwards
    at       timestamptz not null,
    by_whom  text        not null,
    reason   text        not null
);
create index on stock.adjustments (sku, at desc);
