-- What replicas share at the moment. Times of paces are microseconds, of attempts milliseconds.
create table paces (
  most double precision not null,
  part double precision not null,
  most_until bigint not null,
  next_free bigint not null,
  changed bigint not null,
  slow_until bigint not null,
  quota text primary key
) with (fillfactor = 10);
create table attempts (
  last bigint not null,
  passed int not null,
  login bytea primary key -- HMAC-SHA256
) with (fillfactor = 70);
create index attempts_by_last on attempts (last);

-- The table of db-scheduler 16.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
