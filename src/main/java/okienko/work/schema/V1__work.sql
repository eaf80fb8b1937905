create schema work;

-- where work waits; the labels of the queues seeded here are words, those an operator adds go by their own name
create table work.queues (
    name     text primary key,
    position int not null
);
insert into work.queues (name, position) values
    ('orders', 1), ('payments', 2), ('stock', 3), ('addresses', 4), ('foreign', 5), ('technical', 6);

-- one row a thing a person has to do
create table work.work_items (
    id            bigint generated always as identity primary key,
    kind          text        not null, -- HELD_ORDER, UNREADABLE
    reference     text        not null, -- what it is about, in the words of whoever opened it
    queue         text        not null references work.queues,
    opened_at     timestamptz not null,
    due_at        timestamptz,
    claimed_by    text,                 -- the agent who has it, as long as claimed_until lies ahead
    claimed_until timestamptz,
    assigned_to   text,                 -- the agent it was handed to
    handed_at     timestamptz,          -- a person chose queue or agent: nothing moves it by itself any more
    closed_at     timestamptz,
    version       bigint      not null default 0
);
create unique index one_open_item on work.work_items (kind, reference) where closed_at is null;
create index open_items on work.work_items (queue, due_at, opened_at) where closed_at is null;

-- how an item went from hand to hand
create table work.moves (
    id      bigint generated always as identity primary key,
    item_id bigint      not null references work.work_items on delete cascade,
    at      timestamptz not null,
    agent   text        not null,
    kind    text        not null, -- CLAIMED, PUT_BACK, TAKEN_OVER, HANDED
    target  text        not null default '',
    note    text        not null default ''
);
create index on work.moves (item_id, id);
