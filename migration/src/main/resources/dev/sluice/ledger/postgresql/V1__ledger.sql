-- Letters for states: D discovered, I imported, M migrated, R rejected, G gone, L left.
-- Letters for moved_by: P password, R reset, F federated, O forced.
-- Times are milliseconds since 1970.
create table users (
  number bigint generated always as identity primary key,
  since bigint not null,
  username_key bigint, -- first 8 bytes of SHA-256 over the text in one case
  email_key bigint,
  phone_key bigint,
  id text not null collate "C" unique,
  username text, -- null: the same as the id
  email text,
  phone text,
  state text not null collate "C",
  moved_by text,
  why text,
  claimed_by text
) with (fillfactor = 85);
create index users_by_username on users (username_key) where username_key is not null;
create index users_by_email on users (email_key) where email_key is not null;
create index users_by_phone on users (phone_key) where phone_key is not null;
create index users_by_state on users (state, number);
create index users_moved on users (since, moved_by) where state = 'M';

create table tally (
  users bigint not null,
  slot int not null,
  state text not null,
  moved_by text not null, -- empty unless M
  primary key (slot, state, moved_by)
) with (fillfactor = 50);

create table events (
  number bigint generated always as identity primary key,
  at bigint not null,
  user_number bigint not null,
  who text not null,
  from_state text,
  to_state text not null,
  moved_by text,
  why text
);
create index events_by_user on events (user_number, number);

create table seals (
  number bigint primary key,
  at bigint not null,
  last_event bigint not null,
  events bigint not null,
  content text not null, -- SHA-256 over the events
  hash text not null -- SHA-256 over this seal and the one before
);

create function stays() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name;
end
$$;
create trigger events_stay before update or delete on events
  for each row execute function stays();
create trigger events_remain before truncate on events execute function stays();
create trigger seals_stay before update or delete on seals
  for each row execute function stays();
create trigger seals_remain before truncate on seals execute function stays();

create table runs (
  name text primary key,
  kind text not null,
  started bigint not null,
  finished bigint
);
create table progress (
  run text not null,
  part text not null,
  position text,
  finished int not null,
  read_count bigint not null,
  primary key (run, part)
);
create table member_groups (
  number bigint generated always as identity primary key,
  run text not null,
  name text not null,
  unique (run, name)
);
create table members (
  user_id text not null collate "C",
  group_number bigint not null,
  primary key (user_id, group_number)
);
