-- who is signed in, so that a restart of the office signs nobody out; the token itself is only in the browser
create table access.kept_sign_ins (
    token_hash bytea primary key,    -- SHA-256 of the token, which is 256 random bits: nothing to guess
    login      text        not null,
    epoch      int         not null, -- the agent's when they signed in; at another one it counts for nothing
    ends_at    timestamptz not null
);
create index on access.kept_sign_ins (ends_at);
