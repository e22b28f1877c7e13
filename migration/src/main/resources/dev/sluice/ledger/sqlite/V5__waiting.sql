-- One more letter for states: J merged, joined to another profile of the same person.

-- Profiles that a run has put aside until all are read; gone when it ends.
create table waiting (
  number integer primary key,
  run text not null,
  user_id text not null,
  record text not null, -- JSON
  unique (run, user_id)
);
create table waiting_accounts (
  account_key integer not null, -- first 8 bytes of SHA-256 over run, provider and id there
  linked integer not null, -- 1: linked to the profile; 0: has made it
  waiting_number integer not null,
  run text not null,
  primary key (account_key, linked, waiting_number)
) without rowid;
