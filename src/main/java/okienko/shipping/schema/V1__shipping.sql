create schema shipping;

create table shipping.services (
    code             text primary key,
    carrier          text        not null,
    name             text        not null,
    kind             text        not null, -- DOOR, LOCKER, POINT, COUNTER
    point_pattern    text        not null,
    mobile_required  boolean     not null,
    max_weight_grams int,
    max_size         int[]       not null,
    names            text[]      not null,
    position         int         not null,
    changed_at       timestamptz not null
);

-- retired lines stay: what was promised under them must be explainable
create table shipping.terms (
    id           bigint generated always as identity primary key,
    carrier      text        not null,
    service      text        not null,
    country      text        not null,
    form         text        not null,
    accepted     boolean     not null,
    limit_minor  bigint,
    currency     text,
    valid_from   date,
    valid_to     date,
    source       text        not null,
    changed_at   timestamptz not null,
    changed_by   text,       -- null: shipped with the product
    retired_at   timestamptz,
    retired_by   text
);
create index on shipping.terms (carrier, service, country, form) where retired_at is null;
