-- what is to be looked at now must not wait until a clock that was set back has caught up: only what is postponed has a time
alter table ordercontrol.pending alter column not_before set default '-infinity';
update ordercontrol.pending set not_before = '-infinity' where attempts = 0;
