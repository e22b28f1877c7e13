-- Which users a run is about; both are empty when it is everybody.
alter table runs add column scope text not null default '';
alter table runs add column meaning text not null default '';
