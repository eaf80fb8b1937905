create schema stock;

create table stock.articles (
    sku            text primary key,
    name           text        not null,
    price_minor    bigint,
    currency       text,
    usual_quantity int,
    weight_grams   int,
    length_mm      int,
    width_mm       int,
    height_mm      int,
    alternatives   text[]      not null,
    changed_at     timestamptz not null
);

create table stock.levels (
    sku          text primary key,
    on_hand      int         not null,
    due_quantity int         not null default 0,
    due_on       date,
    changed_at   timestamptz not null
);

-- pieces promised to orders that may leave
create table stock.reservations (
    order_reference text not null, -- channel:externalId
    sku             text not null,
    quantity        int  not null check (quantity > 0),
    primary key (order_reference, sku)
);
create index on stock.reservations (sku);
