create schema access;

-- who works here
create table access.agents (
    id                  bigint generated always as identity primary key,
    login               text        not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
    name                text        not null,
    role                text        not null, -- CONSULTANT, MANAGER, ADMINISTRATOR
    language            text        not null default '', -- BCP 47; empty: as the browser asks
    password_hash       text        not null,
    password_set_at     timestamptz not null,
    password_temporary  boolean     not null, -- set by somebody else: to be changed at the next sign-in
    epoch               int         not null default 0, -- raised when every session of the agent has to end
    added_at            timestamptz not null,
    added_by            text,       -- null: the office itself, at its first start
    last_sign_in_at     timestamptz,
    deactivated_at      timestamptz,
    deactivated_by      text
);

-- keys of programs that use the REST interface; the key itself is never stored
create table access.api_keys (
    id           bigint generated always as identity primary key,
    name         text        not null,
    prefix       text        not null, -- the first characters, so that a person recognises it
    key_hash     bytea       not null unique, -- SHA-256 of the whole key, which is 256 random bits: nothing to guess
    scopes       text[]      not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text
);
create unique index on access.api_keys (lower(name)) where revoked_at is null;

-- who did what, when; nobody may change it afterwards
create table access.audit_entries (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text,                 -- login, or key:<name>; null: the office itself
    address text,                 -- where the request came from
    action  text        not null, -- e.g. agent.added
    subject text        not null, -- whom or what it was done to
    details jsonb       not null
);
create index on access.audit_entries (actor, id);
create index on access.audit_entries (action, id);
create index on access.audit_entries (at);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are append-only';
end $$;
create trigger append_only before update or delete on access.audit_entries
    for each row execute function access.refuse_change();

-- failed sign-ins, per account and per address, known or not
create table access.sign_in_attempts (
    subject       text        primary key, -- account:<login> or address:<ip>
    failures      int         not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);
create index on access.sign_in_attempts (last_at);
