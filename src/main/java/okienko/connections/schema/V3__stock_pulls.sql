-- shops whose articles and stock are taken over, and how far the round through them has come
create table connections.stock_pulls (
    shop_id         bigint primary key references connections.connected_shops,
    on_since        timestamptz not null, -- of two shops with one article the first to be switched on counts it
    on_by           text        not null,
    every_seconds   int         not null,
    position        text        not null default '', -- the platform's cursor; empty: a round begins
    round_at        timestamptz, -- when the round that is on its way, or was the last, began
    prepared_at     timestamptz, -- when the orders that were here before had been noted
    next_at         timestamptz not null,
    leased_until    timestamptz,
    last_success_at timestamptz, -- end of the last whole round
    failing_since   timestamptz,
    failures        int         not null default 0,
    trouble         text        not null default '',
    trouble_text    text        not null default ''
);

-- what a shop sells, as the last rounds met it
create table connections.shop_articles (
    shop_id    bigint      not null references connections.connected_shops,
    article_id text        not null, -- the shop's own
    sku        text        not null, -- empty: the shop gives it none
    name       text        not null,
    seen_at    timestamptz not null, -- the beginning of the round that met it last
    primary key (shop_id, article_id)
);
create index on connections.shop_articles (sku);
