-- Users about whom the target was told yes in its own words, until it shows that it has them.
alter table users add column assumed integer; -- since when
create index users_assumed on users (assumed) where assumed is not null;
