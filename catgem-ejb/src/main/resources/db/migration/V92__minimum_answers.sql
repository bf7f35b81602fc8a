-- Below so many answers a satisfaction is not shown; until now it stood in the code only.
insert into setting (name, value) values ('survey.minimum-answers', '30') on conflict do nothing;
