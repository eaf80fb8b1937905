-- bank statements byte for byte, before anybody tried to read them; the same file again is the same row
create table payments.statement_files (
    id          bigint generated always as identity primary key,
    sha256      bytea       not null unique,
    file_name   text        not null,
    source      text        not null, -- upload, folder
    body        bytea       not null,
    received_at timestamptz not null,
    received_by text        not null,
    format      text        not null default '', -- MT940, CAMT053; empty: not read yet, or unknown
    state       text        not null,            -- STORED, READ, FAILED
    trouble     text        not null default '', -- format, lines; empty: none
    fresh       int         not null default 0,  -- lines that were new
    repeated    int         not null default 0,  -- lines another statement had told already
    unreadable  int         not null default 0
);
create index on payments.statement_files (id) where state = 'STORED';

-- lines nobody could read
create table payments.unread_lines (
    file_id bigint not null references payments.statement_files on delete cascade,
    line    int    not null,
    field   text   not null,
    value   text   not null,
    primary key (file_id, line)
);

-- each movement on the bank account once, however many statements tell it
create table payments.transfers (
    id             bigint generated always as identity primary key,
    fingerprint    bytea       not null unique, -- account, day, amount, reference, text; see StatementLine
    file_id        bigint      not null references payments.statement_files,
    line           int         not null,
    own_account    text        not null,
    booked_on      date        not null,
    amount_minor   bigint      not null, -- negative: went out
    currency       text        not null,
    bank_reference text        not null,
    title          text        not null,
    payer          text        not null,
    payer_account  text        not null,
    collect_id     text        not null,
    state          text        not null, -- BOOKED, PROPOSED, UNMATCHED, SET_ASIDE, OUTGOING, RETURNED
    rule           text        not null default '', -- by which it was booked; empty: by a person
    bookings       int         not null default 0,  -- how often it was booked: taken back and booked again counts
    settled_at     timestamptz,
    settled_by     text
);
create index on payments.transfers (state, id);
create index on payments.transfers (bank_reference) where bank_reference <> '';
create index on payments.transfers (payer_account, booked_on);

-- for which orders it may be, the likeliest first; of a booked one: for which it is
create table payments.proposals (
    transfer_id  bigint not null references payments.transfers on delete cascade,
    position     int    not null,
    channel      text   not null,
    external_id  text   not null,
    order_number text   not null,
    amount_minor bigint not null,
    signs        text[] not null,
    primary key (transfer_id, position)
);

-- whose orders an account has paid for
create table payments.payers (
    account text        not null,
    buyer   text        not null,
    since   timestamptz not null,
    primary key (account, buyer)
);
