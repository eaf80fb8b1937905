-- what a shop is told: kinds, comma between them
alter table connections.connected_shops add column write_backs text not null default '';

-- the outbox: written in the transaction of the decision, delivered afterwards
create table connections.messages (
    id              bigint generated always as identity primary key,
    message_key     text        not null unique, -- channel:externalId:kind:what
    shop_id         bigint      not null references connections.connected_shops,
    order_id        bigint      not null,
    external_id     text        not null,
    kind            text        not null, -- NOTE, STATE, TRACKING, CANCELLATION
    content         text        not null,
    carrier         text        not null default '',
    tracking_number text        not null default '',
    state           text        not null, -- PENDING, DELIVERED, DEAD, DISCARDED
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null default 0,
    last_error      text        not null default '',
    settled_at      timestamptz
);
create index on connections.messages (shop_id, id) where state = 'PENDING';
create index on connections.messages (shop_id, state, id);
create index on connections.messages (order_id, id);
