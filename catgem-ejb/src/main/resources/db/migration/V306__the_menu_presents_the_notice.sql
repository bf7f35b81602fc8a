-- On a call the menu presents the notice as a chat's first message does, and the advisor where no menu did.
insert into role_stand_in (role, act, stand_in) values ('advisor', 'NOTICE', 'system');
