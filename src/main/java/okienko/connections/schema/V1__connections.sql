create schema connections;

-- a shop the office reads by itself, and how far it is
create table connections.connected_shops (
    id              bigint generated always as identity primary key,
    platform        text        not null,
    channel         text        not null unique, -- of its orders
    address         text        not null,
    credentials     text        not null,        -- JSON, encrypted: see Secrets
    import_from     timestamptz not null,        -- orders changed before are not fetched
    poll_seconds    int         not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    paused_at       timestamptz,
    paused_by       text,
    position        text        not null,        -- the platform's cursor: committed with what was taken in
    next_poll_at    timestamptz not null,
    leased_until    timestamptz,                 -- somebody is at it
    reread_at       timestamptz not null,        -- when the open orders are read again
    reread_place    text        not null default '',
    last_success_at timestamptz,
    failing_since   timestamptz,
    failures        int         not null default 0, -- in a row
    trouble         text        not null default '', -- kind, then what the other side said
    trouble_text    text        not null default '',
    quota           text        not null default '', -- what the platform says is left of its limit
    received        bigint      not null default 0,
    last_order_at   timestamptz
);
create index on connections.connected_shops (next_poll_at) where paused_at is null;

-- tokens a platform gave in exchange for the credentials; a table of its own, for its row is locked while one is renewed
create table connections.tokens (
    shop_id    bigint primary key references connections.connected_shops,
    content    text        not null, -- JSON, encrypted
    renewed_at timestamptz not null
);

-- the names of payment and delivery a channel uses, as they were met
create table connections.seen_names (
    shop_id bigint not null references connections.connected_shops,
    kind    text   not null, -- PAYMENT, DELIVERY
    name    text   not null,
    seen_at timestamptz not null,
    primary key (shop_id, kind, name)
);

-- what shops called out, verified, raw
create table connections.hooks (
    id          bigint generated always as identity primary key,
    shop_id     bigint      not null references connections.connected_shops,
    delivery    text        not null, -- the sender's number of the delivery, or a hash of the body
    topic       text        not null,
    external_id text        not null, -- of the order it is about; empty: it does not say
    body        bytea       not null,
    received_at timestamptz not null,
    settled_at  timestamptz,
    unique (shop_id, delivery)
);
create index on connections.hooks (shop_id, id) where settled_at is null;
create index on connections.hooks (received_at);
