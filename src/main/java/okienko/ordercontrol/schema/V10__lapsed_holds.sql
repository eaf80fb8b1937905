-- the board counts what has ended by itself lately
create index lapsed_holds on ordercontrol.holds (closed_at) where state = 'LAPSED';
