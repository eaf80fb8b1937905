-- what a channel's own names of payment and delivery mean, as somebody said in the settings of its connection
alter table shops.channels
    add column payment_forms    jsonb not null default '{}', -- name, lower case -> form
    add column delivery_methods jsonb not null default '{}'; -- name, lower case -> code of the service
