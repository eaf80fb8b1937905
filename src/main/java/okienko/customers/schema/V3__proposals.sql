-- two cards that may be one customer; what a person said of them is kept for ever
create table customers.proposals (
    id         bigint generated always as identity primary key,
    one_id     bigint           not null references customers.cards on delete cascade, -- the older card
    two_id     bigint           not null references customers.cards on delete cascade,
    bits       double precision not null, -- log2 of the odds, see customers.matching
    evidence   text[]           not null, -- what:how:bits
    source     text             not null, -- ORDER, RUN
    state      text             not null, -- OPEN, SAME, DIFFERENT
    shared     text[]           not null default '{}', -- identifiers both had when somebody said they were different
    found_at   timestamptz      not null,
    later_at   timestamptz,               -- put off: waits behind those nobody has seen
    merge_id   bigint references customers.merges on delete set null,
    settled_at timestamptz,
    settled_by text,
    unique (one_id, two_id)
);
create index on customers.proposals (state, later_at nulls first, bits desc, id);
create index on customers.proposals (two_id);

-- comparisons of the whole base
create table customers.runs (
    id          bigint generated always as identity primary key,
    state       text        not null, -- RUNNING, DONE
    stage       text        not null, -- READING, KEYS, LEARNING, COMPARING, GROUPING, PROPOSING, DONE
    cards       bigint      not null default 0,
    pairs       bigint      not null default 0,
    proposed    int         not null default 0,
    started_at  timestamptz not null,
    started_by  text        not null,
    heard_at    timestamptz not null, -- when it last showed that it is alive
    finished_at timestamptz
);
create unique index on customers.runs (state) where state = 'RUNNING';
