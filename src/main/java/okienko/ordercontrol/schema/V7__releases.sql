-- what a rule found a hold by, and how far the word of who settled it goes; replaces the fingerprint, which could only say
-- "something is different". Holds settled before have neither: they stay settled while exactly the same is found
alter table ordercontrol.holds
    drop column fingerprint,
    add column grounds          jsonb,       -- the attributes the rule read with their values, and the order's total
    add column released_under   int,         -- the rule set the word was given under
    add column covers_minor     bigint,      -- up to which total of the order it counts; null: the total does not matter
    add column covers_currency  text,
    add column covers_until     timestamptz, -- null: for good
    add column beyond           jsonb,       -- the earlier word that what is found here is beyond
    add column lapses_at        timestamptz; -- when an open hold ends by itself; null: never. State LAPSED then
create index lapsing_holds on ordercontrol.holds (lapses_at) where state = 'OPEN' and lapses_at is not null;
