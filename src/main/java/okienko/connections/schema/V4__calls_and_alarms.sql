-- shops asked to call the office, and whether they still do: they stop by themselves after some failures
create table connections.subscriptions (
    shop_id    bigint primary key references connections.connected_shops,
    address    text        not null, -- where the shop reaches the office
    begun_at   timestamptz not null,
    begun_by   text        not null,
    check_at   timestamptz not null, -- when it is looked at again
    checked_at timestamptz,
    standing   text        not null default '', -- ACTIVE, REFUSED; empty: not looked at yet
    said       text        not null default '', -- why not, in the shop's words
    renewed_at timestamptz,                     -- when the shop had stopped and was asked anew, last
    renewals   int         not null default 0
);

alter table connections.connected_shops
    add column last_call_at timestamptz, -- when the shop called last
    add column known_at     timestamptz, -- when somebody said that they know it is failing
    add column known_by     text;
