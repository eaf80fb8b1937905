-- checks and rules that broke down: one row each, whatever the channel, kept when somebody has acknowledged it
create table ordercontrol.rule_alarms (
    rule            text primary key,            -- the reason; "control" where no single check is to blame
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    error           text        not null,        -- what it said last
    failures        bigint      not null,        -- how often it broke down
    orders          bigint      not null,        -- on how many orders
    acknowledged    bigint      not null default 0, -- of the failures: whoever acknowledged has not seen later ones
    acknowledged_at timestamptz,
    acknowledged_by text
);
