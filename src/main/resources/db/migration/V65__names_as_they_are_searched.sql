-- An index of parts of words answers with what may match, and each of it is looked at again: with a thousand names that took longer
-- than finding all of their rows, because every name was spelled for the search anew. Now the row has it.
alter table accounts add column searched_name text not null generated always as (searched_as(lower(username))) stored;
comment on column accounts.searched_name is 'The name as searches spell it';
create index accounts_by_searched_name on accounts using gin (searched_name gin_trgm_ops);
drop index accounts_by_part_of_name;
