-- where tables of rates are fetched from by themselves; nothing is fetched until somebody turns it on
create table payments.rate_source (
    only_row      boolean     primary key default true check (only_row),
    active        boolean     not null default false,
    address       text        not null default 'https://api.nbp.pl',
    fetched_until date,                 -- every table up to and with this day is here; null: nothing fetched yet
    next_at       timestamptz,          -- null: at once
    asked_at      timestamptz,
    answered_at   timestamptz,
    failures      int         not null default 0,
    last_error    text        not null default ''
);
insert into payments.rate_source default values;

-- what the bank answered, as it came, before anybody read it
create table payments.rate_answers (
    id       bigint generated always as identity primary key,
    asked_at timestamptz not null,
    address  text        not null,
    status   int         not null,
    body     text        not null
);
