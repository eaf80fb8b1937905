create schema shops;

-- what reading a channel's files needs to know, remembered from the first file on
create table shops.channels (
    name       text primary key,
    currency   text        not null default '', -- where a file names none; empty: it must
    columns    jsonb       not null default '{}', -- heading -> field of CSV files
    changed_at timestamptz not null,
    changed_by text        not null
);

-- a file on its way in; one row survives every restart, and says how far it came
create table shops.order_imports (
    id          bigint generated always as identity primary key,
    source      text        not null, -- upload, folder
    file_name   text        not null,
    stored_as   text        not null, -- file name in the imports folder
    origin      text        not null default '', -- path in the drop folder; empty: uploaded
    channel     text        not null, -- empty: the orders name it
    format      text        not null, -- empty: not known yet
    state       text        not null, -- FETCHING, COLUMNS, QUEUED, RUNNING, DONE, FAILED, CANCELLED
    position    bigint      not null default 0, -- pieces that are done: committed together with what became of them
    new_orders  bigint      not null default 0,
    revised     bigint      not null default 0,
    cancelled   bigint      not null default 0,
    unchanged   bigint      not null default 0,
    not_ready   bigint      not null default 0,
    unreadable  bigint      not null default 0,
    bytes_done  bigint      not null default 0,
    bytes_all   bigint      not null,
    created_at  timestamptz not null,
    created_by  text,                 -- null: the drop folder
    started_at  timestamptz,
    finished_at timestamptz,
    trouble     text        not null default '' -- words key of why it failed
);
create index on shops.order_imports (id) where state in ('FETCHING', 'QUEUED', 'RUNNING');

-- what could not be understood and what became of it
create table shops.unreadable_payloads (
    id           bigint generated always as identity primary key,
    raw_payload  bigint      not null, -- in orders.raw_payloads, byte for byte
    order_import bigint references shops.order_imports,
    source       text        not null,
    channel      text        not null,
    format       text        not null,
    line         bigint      not null,
    problem      text        not null,
    field        text        not null,
    value        text        not null,
    received_at  timestamptz not null,
    state        text        not null default 'OPEN', -- OPEN, SOLVED, DISCARDED
    settled_at   timestamptz,
    settled_by   text,
    reason       text        not null default ''
);
create index on shops.unreadable_payloads (id) where state = 'OPEN';
create index on shops.unreadable_payloads (order_import, id);
