create schema warehouse;

-- the outbox: written in the transaction that releases the order, delivered afterwards
create table warehouse.handovers (
    id              bigint generated always as identity primary key,
    idempotency_key text        not null unique, -- channel:externalId:kind:revision
    order_id        bigint      not null,
    kind            text        not null,        -- RELEASED, CHANGED, RECALLED
    body            text        not null,        -- the message as it is sent and signed
    state           text        not null,        -- PENDING, DELIVERED, DEAD, DISCARDED
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    refusals        int         not null default 0, -- answers that it will not take this message
    attempts        int         not null default 0, -- all deliveries tried
    last_error      text,
    settled_at      timestamptz
);
create index on warehouse.handovers (next_attempt_at, id) where state = 'PENDING';
create index on warehouse.handovers (state, id);
create index on warehouse.handovers (order_id, id);

-- where released orders go; one row
create table warehouse.destination (
    id            int primary key default 1 check (id = 1),
    kind          text        not null, -- NONE, WEBHOOK, FOLDER
    url           text        not null default '',
    secret        text        not null default '', -- encrypted, see Secrets
    folder        text        not null default '',
    file_format   text        not null default 'JSON',
    outages       int         not null default 0,  -- failures in a row to reach it
    resting_until timestamptz
);
insert into warehouse.destination (kind) values ('NONE');
