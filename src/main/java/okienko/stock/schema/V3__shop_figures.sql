-- articles a connected shop counts: what it said, and when
alter table stock.levels
    add column source   text,         -- the channel of the shop that counts it; null: nobody but the office
    add column given    int,          -- what the shop said it could still sell, its own orders taken off
    add column given_at timestamptz;  -- when it was asked

-- the channel of the shop that describes it; null: somebody uploaded it
alter table stock.articles add column source text;

-- pieces of such a shop's own orders that are still in the house: the shop has taken them off its figure
create table stock.sold (
    order_reference text        not null, -- channel:externalId
    channel         text        not null,
    sku             text        not null,
    quantity        int         not null check (quantity > 0),
    sold_at         timestamptz not null, -- when the shop took them off
    primary key (order_reference, sku)
);
create index on stock.sold (sku);
create index on stock.sold (channel);
