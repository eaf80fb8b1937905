create schema customers;

create sequence customers.card_numbers;

-- one row a customer the office tells apart
create table customers.cards (
    id              bigint primary key default nextval('customers.card_numbers'),
    reference       text        not null unique, -- K-<id>, or the id in the file the customer came from
    name            text        not null,
    company         text        not null,
    email           text        not null,
    phone           text        not null,
    tax_id          text        not null,
    origin          text        not null,        -- ORDER, IMPORT
    imported_orders int         not null default 0,
    refused_parcels int         not null default 0,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    search_text     text        not null         -- folded name, company, e-mail, phone, tax id, reference
);

-- what a customer is recognised by: E:anna@example.com, P:+48600700800, T:PL5250001009; one may belong to several
create table customers.identifiers (
    identifier text   not null,
    card_id    bigint not null references customers.cards on delete cascade,
    primary key (identifier, card_id)
);
create index on customers.identifiers (card_id);

-- whose order is whose
create table customers.attached_orders (
    order_reference text        primary key, -- channel:externalId
    card_id         bigint      not null references customers.cards on delete cascade,
    placed_at       timestamptz not null,
    cancelled       boolean     not null default false
);
create index on customers.attached_orders (card_id, placed_at);

-- warnings; removed ones stay as history
create table customers.flags (
    id         bigint generated always as identity primary key,
    card_id    bigint      not null references customers.cards on delete cascade,
    kind       text        not null, -- BLOCKED, OPEN_DISPUTE, OVERDUE_DEBT
    note       text        not null,
    until      date,
    set_at     timestamptz not null,
    set_by     text        not null,
    removed_at timestamptz,
    removed_by text
);
create index on customers.flags (card_id) where removed_at is null;

create extension if not exists pg_trgm;
create index on customers.cards using gin (search_text gin_trgm_ops);
