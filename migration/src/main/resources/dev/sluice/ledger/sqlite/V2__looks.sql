-- What the looks at the pool have found: see docs/sync.md.
alter table users add column fingerprint integer; -- of the user as the target was last given it, 64 bits
alter table users add column look integer; -- the last look that saw it; -1: known to be deleted, after it moved

create table looks (
  number integer primary key,
  run text not null unique,
  pool text not null,
  started integer not null,
  finished integer,
  last_user integer not null, -- users with higher numbers came later: this look cannot miss them
  last_event integer not null -- events with higher numbers came later
);
create table findings (
  look integer not null,
  part text not null, -- a shard's name: shards are counted side by side
  what text not null,
  users integer not null,
  primary key (look, part, what)
) without rowid;
