-- accounts with payment service providers; what is secret is encrypted, see Secrets
create table payments.provider_accounts (
    name       text primary key,     -- its part of the address notifications are sent to
    provider   text        not null, -- PAYU, PRZELEWY24, TPAY, STRIPE
    merchant   text        not null, -- the provider's number for the shop; empty where none is needed
    secret     text        not null, -- second key, CRC key, security code, signing secret
    api_key    text        not null default '', -- Przelewy24: for the call that confirms
    address    text        not null, -- where the provider is reached
    created_at timestamptz not null,
    created_by text        not null
);

-- every notification as it came, before anybody looked at it; then what became of it
create table payments.notifications (
    id              bigint generated always as identity primary key,
    account         text        not null,
    provider        text        not null,
    received_at     timestamptz not null,
    signature       text        not null, -- the header that signs it
    body            bytea       not null,
    state           text        not null, -- STORED, REFUSED, IGNORED, CONFIRMING, DEAD, BOOKED, MISMATCH, REFUND, UNKNOWN_ORDER, SETTLED
    trouble         text        not null default '',
    event           text,                 -- the provider's own id of the message: a repeated one is told by it
    payment         text        not null default '', -- the provider's id of the payment
    order_number    text        not null default '',
    amount_minor    bigint,
    currency        text        not null default '',
    confirmation    text        not null default '', -- what is sent to confirm it
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    settled_at      timestamptz,
    settled_by      text
);
create unique index one_notification on payments.notifications (account, event) where event is not null;
create index on payments.notifications (state, id);
create index on payments.notifications (next_attempt_at) where state = 'CONFIRMING';

-- certificates notifications are signed with, kept so that an outage of their host stops nothing
create table payments.certificates (
    address    text primary key,
    content    text        not null,
    fetched_at timestamptz not null
);
