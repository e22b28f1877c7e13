-- Letters for states: D discovered, I imported, M migrated, R rejected, G gone, L left.
-- Letters for moved_by: P password, R reset, F federated, O forced.
-- Times are milliseconds since 1970.
create table users (
  number integer primary key,
  id text not null unique,
  username text, -- null: the same as the id
  email text,
  phone text,
  username_key integer, -- first 8 bytes of SHA-256 over the text in one case
  email_key integer,
  phone_key integer,
  state text not null,
  moved_by text,
  why text,
  since integer not null,
  claimed_by text
);
create index users_by_username on users (username_key) where username_key is not null;
create index users_by_email on users (email_key) where email_key is not null;
create index users_by_phone on users (phone_key) where phone_key is not null;
create index users_by_state on users (state);
create index users_moved on users (since, moved_by) where state = 'M';

create table tally (
  slot integer not null,
  state text not null,
  moved_by text not null, -- empty unless M
  users integer not null,
  primary key (slot, state, moved_by)
) without rowid;

create table events (
  number integer primary key,
  at integer not null,
  who text not null,
  user_number integer not null,
  from_state text,
  to_state text not null,
  moved_by text,
  why text
);
create index events_by_user on events (user_number);
create trigger events_stay before update on events
begin select raise(abort, 'the history is append-only'); end;
create trigger events_remain before delete on events
begin select raise(abort, 'the history is append-only'); end;

create table seals (
  number integer primary key,
  at integer not null,
  last_event integer not null,
  events integer not null,
  content text not null, -- SHA-256 over the events
  hash text not null -- SHA-256 over this seal and the one before
);
create trigger seals_stay before update on seals
begin select raise(abort, 'seals are append-only'); end;
create trigger seals_remain before delete on seals
begin select raise(abort, 'seals are append-only'); end;

create table runs (
  name text primary key,
  kind text not null,
  started integer not null,
  finished integer
);
create table progress (
  run text not null,
  part text not null,
  position text,
  finished integer not null,
  read_count integer not null,
  primary key (run, part)
) without rowid;
create table member_groups (
  number integer primary key,
  run text not null,
  name text not null,
  unique (run, name)
);
create table members (
  user_id text not null,
  group_number integer not null,
  primary key (user_id, group_number)
) without rowid;
