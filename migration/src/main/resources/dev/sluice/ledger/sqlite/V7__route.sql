-- From which pool to which target the users move; null until somebody has written.
create table route (
  one integer primary key check (one = 1), -- there is one route
  pool text,
  target text
);
insert into route (one, pool)
  values (1, (select pool from looks order by number desc limit 1));
