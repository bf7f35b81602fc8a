-- Who gets the checkpoint of the day in a try-out; in production the centre sets the address.
insert into setting (name, value) values ('evidence.control-body', 'control@catgem.local') on conflict do nothing;
