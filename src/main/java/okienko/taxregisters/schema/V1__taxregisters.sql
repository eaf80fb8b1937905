create schema taxregisters;

-- the registers that can be asked; none is, until somebody turns it on
create table taxregisters.registers (
    register      text primary key,          -- WHITE_LIST, VIES
    active        boolean     not null default false,
    address       text        not null,
    own_number    text        not null default '', -- our VAT number, for a consultation number
    outages       int         not null default 0,
    resting_until timestamptz,
    answered_at   timestamptz,
    last_error    text        not null default '',
    last_error_at timestamptz
);
insert into taxregisters.registers (register, address) values
    ('WHITE_LIST', 'https://wl-api.mf.gov.pl'),
    ('VIES', 'https://ec.europa.eu/taxation_customs/vies/rest-api');

-- numbers nobody has answered for yet
create table taxregisters.questions (
    register   text        not null references taxregisters.registers,
    number     text        not null, -- with its country, PL5260250274
    since      timestamptz not null,
    attempts   int         not null default 0,
    not_before timestamptz not null,
    primary key (register, number)
);
create index on taxregisters.questions (register, not_before, since);

-- the orders that want to know
create table taxregisters.askers (
    number    text not null,
    reference text not null, -- channel:externalId
    primary key (number, reference)
);

-- what a register said of a number on a day
create table taxregisters.answers (
    register     text        not null references taxregisters.registers,
    number       text        not null,
    on_day       date        not null,
    standing     text        not null, -- REGISTERED, EXEMPT, NOT_REGISTERED, INVALID
    name         text        not null,
    consultation text        not null, -- the register's own number of the question: evidence
    answered_at  timestamptz not null,
    primary key (register, number, on_day)
);

-- how often a register was asked on a day: some allow only so much
create table taxregisters.asked (
    register text not null references taxregisters.registers,
    on_day   date not null,
    times    int  not null,
    primary key (register, on_day)
);

-- what the registers answered, as it came, before anybody read it
create table taxregisters.raw_answers (
    id       bigint generated always as identity primary key,
    register text        not null references taxregisters.registers,
    asked_at timestamptz not null,
    question text        not null,
    status   int         not null,
    body     text        not null
);
