-- How good a profile's claim to its email address is: the greatest number owns it.
alter table users add column standing bigint; -- null: not seen since this column is here
