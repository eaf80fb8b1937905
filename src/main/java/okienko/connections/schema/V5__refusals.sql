-- how often a shop would not have a message; attempts count those that did not reach it, too
alter table connections.messages add column refusals int not null default 0;
