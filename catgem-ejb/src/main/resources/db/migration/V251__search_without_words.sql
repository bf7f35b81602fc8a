-- The search row of a contact keeps tokens that only the master key can make, instead of the words themselves: what citizens
-- wrote could be read in the row, in every copy of the database, and in the index for ever, for an index of words keeps them
-- when the rows are gone. Emptied, the table and its index begin with new files; the rows are made anew within minutes
-- (contact.SearchRefill).
create table search_refill (
  contact_id  uuid primary key references contact
);
insert into search_refill (contact_id) select contact_id from contact_search;
truncate contact_search;
