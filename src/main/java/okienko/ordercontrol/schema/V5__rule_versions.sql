-- every version of the whole rule set; any can be brought back
create table ordercontrol.rule_versions (
    version     int primary key,
    at          timestamptz not null,
    agent       text        not null,
    note        text        not null default '',
    origin      text        not null,            -- CHANGED, BROUGHT_BACK, IMPORTED, CHOSEN
    origin_name text        not null default '', -- the version brought back, the file, the rule set chosen
    rules       text        not null,            -- the rule set, in the format of its files (docs/rules.md)
    open_too    boolean     not null,            -- whether waiting and held orders were controlled again
    orders      int         not null default 0   -- how many these were
);

-- what the shop's own rules are or were called: their holds outlive them
create table ordercontrol.own_rules (
    rule  text primary key,
    title jsonb not null -- by language
);

-- the settings as they stood after each change; JSON is YAML, too
create function pg_temp.rules_of(settings jsonb) returns jsonb language sql as $$
    select jsonb_build_object('okienko', 'rules/1', 'rules', coalesce(jsonb_agg(rule order by rule ->> 'rule'), '[]'))
    from (
        select jsonb_strip_nulls(jsonb_build_object(
                'rule', s ->> 'reason',
                'everywhere', (array_agg(s -> 'setting') filter (where s ->> 'channel' = '*'))[1],
                'channels', jsonb_object_agg(s ->> 'channel', s -> 'setting') filter (where s ->> 'channel' <> '*'))) as rule
        from jsonb_array_elements(settings) s
        group by s ->> 'reason'
    ) rules
$$;

insert into ordercontrol.rule_versions (version, at, agent, origin, rules, open_too, orders)
select change.version, change.at, change.agent, 'CHANGED', pg_temp.rules_of(state.settings)::text, change.open_too, change.orders
from ordercontrol.rule_changes change
cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('reason', last.reason, 'channel', last.channel, 'setting',
            jsonb_build_object('mode', lower(last.after ->> 'mode'), 'parameters', coalesce(last.after -> 'parameters', '{}')))), '[]') as settings
    from (
        select distinct on (earlier.reason, earlier.channel) earlier.reason, earlier.channel, earlier.after
        from ordercontrol.rule_changes earlier
        where earlier.version <= change.version
        order by earlier.reason, earlier.channel, earlier.version desc
    ) last
    where last.after is not null
) state;

-- settings that no change accounts for would be lost without a version of their own
insert into ordercontrol.rule_versions (version, at, agent, note, origin, rules, open_too)
select coalesce(newest.version, 0) + 1, now(), 'okienko', 'Settings found when the versions began', 'CHANGED', set_now.rules, false
from (
    select pg_temp.rules_of(coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'channel', channel, 'setting',
            jsonb_build_object('mode', lower(mode), 'parameters', parameters))), '[]'))::text as rules
    from ordercontrol.rule_settings
) set_now
left join (select version, rules from ordercontrol.rule_versions order by version desc limit 1) newest on true
where set_now.rules <> coalesce(newest.rules, pg_temp.rules_of('[]')::text);

drop function pg_temp.rules_of(jsonb);
drop table ordercontrol.rule_settings;
drop table ordercontrol.rule_changes;
