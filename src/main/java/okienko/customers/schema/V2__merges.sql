-- every time two cards became one, and every time that was taken back
create table customers.merges (
    id        bigint generated always as identity primary key,
    kept_id   bigint      not null references customers.cards on delete cascade, -- whose card stays
    gone_id   bigint      not null references customers.cards on delete cascade, -- whose card is shown on it since
    lends     text[]      not null, -- fields that the kept card shows as the gone one has them: name, company, email, phone, taxId
    reason    text        not null, -- as typed; empty where none was needed
    merged_at timestamptz not null,
    merged_by text        not null,
    undone_at timestamptz,
    undone_by text
);
create index on customers.merges (kept_id);
create index on customers.merges (gone_id);

-- cards that are shown on another; whatever belongs to them stays theirs, so that nothing need be moved back
create table customers.merged_cards (
    card_id   bigint primary key references customers.cards on delete cascade,
    parent_id bigint not null references customers.cards on delete cascade, -- the card it was merged into
    root_id   bigint not null references customers.cards on delete cascade, -- where it is shown: the parent, or what that was merged into
    merge_id  bigint not null references customers.merges on delete cascade
);
create index on customers.merged_cards (root_id);
create index on customers.merged_cards (parent_id);
