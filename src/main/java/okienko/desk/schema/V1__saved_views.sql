create schema desk;

-- a named question to the list of orders, one's own or everybody's
create table desk.saved_views (
    id         bigint generated always as identity primary key,
    owner      text        not null, -- the agent's login
    name       text        not null,
    query      text        not null, -- the list's address after the question mark
    shared     boolean     not null default false,
    created_at timestamptz not null,
    unique (owner, name)
);
