create schema demo;

-- how far the demo shop is; one row, so that a restart goes on where the office was
create table demo.progress (
    id         int primary key default 1 check (id = 1),
    made       bigint not null default 0, -- orders made up so far: the number of the last; never goes back
    day_left   int    not null default 0, -- orders of the day being poured that are still to come
    day_until  timestamptz,               -- when that day ends: orders are placed in the hours before it
    per_minute int    not null default 0  -- orders that come in by themselves
);
insert into demo.progress default values;

-- what customers of the demo shop will do after they have ordered
create table demo.sequels (
    id          bigint generated always as identity primary key,
    channel     text        not null,
    external_id text        not null,
    kind        text        not null, -- PAYS, CHANGES_MIND
    due_at      timestamptz not null
);
create index on demo.sequels (due_at);
