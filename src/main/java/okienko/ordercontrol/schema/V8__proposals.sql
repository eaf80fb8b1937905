-- what one person would settle and a second one has to confirm
create table ordercontrol.proposals (
    id          bigint generated always as identity primary key,
    order_id    bigint      not null references ordercontrol.controlled_orders on delete cascade,
    revision    int         not null,                -- of the order they saw
    how         text        not null,                -- RESOLVED, OVERRIDDEN: what becomes of the holds
    holds       bigint[]    not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    note        text        not null,
    state       text        not null default 'OPEN', -- OPEN, CONFIRMED, REJECTED, WITHDRAWN, OVERTAKEN
    ended_by    text,
    ended_at    timestamptz,
    answer      text        not null default ''
);
create unique index one_open_proposal on ordercontrol.proposals (order_id) where state = 'OPEN';
create index on ordercontrol.proposals (order_id);
