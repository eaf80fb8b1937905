create schema orders;

-- what came in, byte for byte, before anybody tried to understand it
create table orders.raw_payloads (
    id          bigint generated always as identity primary key,
    received_at timestamptz not null,
    source      text        not null, -- api, upload, folder, demo, or a connection's name
    format      text        not null, -- canonical, csv, woocommerce, allegro, shopify
    body        bytea       not null
);

-- one row an order: its current revision
create table orders.customer_orders (
    id           bigint generated always as identity primary key,
    channel      text        not null,
    external_id  text        not null,
    number       text        not null,
    revision     int         not null,
    status       text        not null, -- PLACED, CANCELLED (what the channel says)
    placed_at    timestamptz not null,
    received_at  timestamptz not null,
    content      jsonb       not null, -- the canonical order as the office has it, corrections included
    demo         boolean     not null default false,

    -- what the channel last said: a repeated delivery is told by it, not by the order a consultant has corrected since
    channel_hash       bytea not null, -- SHA-256 of the channel's canonical JSON
    channel_content    jsonb,          -- its content where a consultant has corrected the order; null: the same as content
    channel_changed_at timestamptz,    -- when the channel says it last changed; null: it does not say
    unique (channel, external_id)
);
create index on orders.customer_orders (id) where demo;

-- every revision ever, by the channel or by a consultant
create table orders.revisions (
    order_id     bigint      not null references orders.customer_orders on delete cascade,
    revision     int         not null,
    at           timestamptz not null,
    author       text,                 -- null: the channel
    raw_payload  bigint references orders.raw_payloads on delete set null,
    content      jsonb       not null,
    primary key (order_id, revision)
);
create index on orders.revisions (raw_payload);

-- who did what to the order, when, before and after
create table orders.timeline (
    id       bigint generated always as identity primary key,
    order_id bigint      not null references orders.customer_orders on delete cascade,
    at       timestamptz not null,
    actor    text,                  -- null: the office itself
    kind     text        not null,
    details  jsonb       not null
);
create index on orders.timeline (order_id, id);
