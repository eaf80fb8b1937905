-- what couriers say they collected at the door, each parcel once
create table payments.settlements (
    carrier      text        not null,
    parcel       text        not null,
    document     text        not null default '', -- the courier's settlement or transfer
    order_number text        not null,
    channel      text,       -- null with external_id: no single order has this number
    external_id  text,
    amount_minor bigint      not null,
    currency     text        not null,
    paid_on      timestamptz not null,
    state        text        not null, -- CLOSED, DIFFERENT, NOT_COD, UNKNOWN_ORDER
    due_minor    bigint,     -- what the order was to bring
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (carrier, parcel)
);
create index on payments.settlements (state, recorded_at desc);
