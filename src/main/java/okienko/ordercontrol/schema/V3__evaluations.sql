-- what many evaluations have in common and no person is in: the courier table, delivery services, a day's exchange rates.
-- Kept for good: one row for each time somebody changed such a table
create table ordercontrol.shared_facts (
    id      int generated always as identity primary key,
    hash    bytea not null unique, -- SHA-256 of the content
    content bytea not null
);

-- what control saw each time it decided, so that a decision can be explained and other rules be tried on it.
-- The order itself is in its revision; no foreign keys to shared_facts, where nothing is ever deleted
create table ordercontrol.evaluations (
    order_id      bigint      not null references ordercontrol.controlled_orders on delete cascade,
    id            bigint      not null generated always as identity,
    revision      int         not null,
    at            timestamptz not null,
    rules_version int         not null,
    verdict       text        not null, -- RELEASED, WAITING, HELD: what the rules said, whatever a person had settled before
    at_warehouse  boolean     not null, -- whether the warehouse had the order already, in an earlier revision
    terms         int         not null,
    services      int         not null,
    rates         int         not null,
    hash          bigint      not null, -- of everything but the moment: the same again makes no row
    facts         bytea       not null, -- in the format of its first byte, see FactsWriter
    primary key (order_id, id)
);
-- written in the order of time: a few pages of index for millions of rows
create index on ordercontrol.evaluations using brin (at);

-- what ended a hold: the revision the order had then, and why control looked
alter table ordercontrol.holds add column closed_revision int, add column closed_cause text;
