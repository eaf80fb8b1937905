create schema ordercontrol;
-- a trusted extension: the database's owner may create it, no superuser is needed
create extension if not exists pg_trgm with schema public;

-- orders waiting to be controlled. Rows are only added and taken, never changed: whoever adds one waits for nobody
create table ordercontrol.pending (
    id         bigint generated always as identity primary key,
    order_id   bigint      not null,
    priority   smallint    not null, -- 0 a single order, 1 an import, 2 re-control in the background
    cause      text        not null,
    since      timestamptz not null,
    attempts   int         not null default 0,
    not_before timestamptz not null
);
create index on ordercontrol.pending (priority, id);
create index on ordercontrol.pending (cause) where priority = 2;

-- one row an order: where it stands. Board and list are built on it
create table ordercontrol.controlled_orders (
    order_id           bigint primary key,
    channel            text        not null,
    external_id        text        not null,
    reference          text        not null generated always as (channel || ':' || external_id) stored,
    number             text        not null,
    buyer              text        not null,
    country            text        not null,
    total_minor        bigint      not null,
    currency           text        not null,
    total_home         bigint      not null, -- in grosze, so that amounts can be compared; 0 when there is no rate
    placed_at          timestamptz not null,
    received_at        timestamptz not null,
    demo               boolean     not null,
    state              text        not null, -- PENDING, RELEASED, WAITING, HELD, CANCELLED
    reasons            text[]      not null default '{}',
    queue              text,
    deadline           timestamptz,
    skus               text[]      not null default '{}',
    evaluated_revision int         not null default 0,
    evaluated_at       timestamptz,
    rules_version      int         not null default 0,
    held_since         timestamptz,
    released_at        timestamptz,
    released_by        text,                 -- null: by itself
    released_revision  int,                  -- what the warehouse has
    customer           text,
    version            bigint      not null default 0
) with (fillfactor = 80);
create index on ordercontrol.controlled_orders (reference);
create index on ordercontrol.controlled_orders (channel);
create index on ordercontrol.controlled_orders (received_at desc, order_id desc);
create index open_orders on ordercontrol.controlled_orders (state, received_at, order_id)
    where state in ('PENDING', 'WAITING', 'HELD');
create index deadlines on ordercontrol.controlled_orders (deadline) where state = 'WAITING';
create index open_skus on ordercontrol.controlled_orders using gin (skus) where state in ('WAITING', 'HELD');

-- what an order can be found by; apart, because it is written once and the row above several times
create table ordercontrol.search_texts (
    order_id bigint primary key references ordercontrol.controlled_orders on delete cascade,
    content  text not null
);
create index on ordercontrol.search_texts using gin (content gin_trgm_ops);

-- by what two orders are known to be of the same buyer: e-mail, phone, tax id, account in the channel
create table ordercontrol.buyer_keys (
    key       text        not null,
    order_id  bigint      not null references ordercontrol.controlled_orders on delete cascade,
    placed_at timestamptz not null,
    primary key (key, order_id)
);
create index on ordercontrol.buyer_keys (order_id);

-- what blocks an order (or would, in shadow), and how it ended
create table ordercontrol.holds (
    id            bigint generated always as identity primary key,
    order_id      bigint      not null references ordercontrol.controlled_orders on delete cascade,
    revision      int         not null,
    reason        text        not null,
    subject       text        not null, -- the fields it concerns: what makes it the same hold at a re-check
    finding       jsonb       not null,
    fingerprint   text        not null, -- of the values it was found by: settled, it stays so until these change
    rules_version int         not null,
    shadow        boolean     not null,
    clears_by     timestamptz,
    state         text        not null, -- OPEN, RESOLVED, CLEARED, OVERRIDDEN
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    closed_by     text,                 -- null: the office itself
    note          text        not null default ''
);
create unique index one_open_hold on ordercontrol.holds (order_id, reason, subject) where state = 'OPEN';
create index on ordercontrol.holds (order_id);
create index on ordercontrol.holds (opened_at, reason);

-- how checks are set where somebody set them; the others have their defaults
create table ordercontrol.rule_settings (
    reason     text  not null,
    channel    text  not null, -- * for all that have no setting of their own
    mode       text  not null, -- ON, SHADOW, OFF
    parameters jsonb not null,
    primary key (reason, channel)
);

-- every change of a setting; its version is the rule set's
create table ordercontrol.rule_changes (
    version    int primary key,
    at         timestamptz not null,
    agent      text        not null,
    reason     text        not null,
    channel    text        not null,
    before     jsonb,              -- null: the default
    after      jsonb,
    open_too   boolean     not null, -- whether waiting and held orders were controlled again
    orders     int         not null default 0
);
