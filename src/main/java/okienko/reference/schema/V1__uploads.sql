create schema reference;

-- a file somebody gave the office: first shown, then taken up or set aside
create table reference.uploaded_files (
    id         bigint generated always as identity primary key,
    data_set   text        not null, -- catalogue, stock, payments, …
    file_name  text        not null,
    mode       text        not null, -- SET, COMPLETE, ADD
    body       bytea,                -- null once it is old
    given_at   timestamptz not null,
    given_by   text        not null,
    state      text        not null, -- SHOWN, APPLIED, DISCARDED
    settled_at timestamptz,
    added      int         not null,
    changed    int         not null,
    unchanged  int         not null,
    missing    int         not null,
    refused    int         not null
);
create index on reference.uploaded_files (data_set, id desc);
