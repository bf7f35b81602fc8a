-- Nobody audits own work, so a try-out needs two who audit.
insert into app_user (username, staff_number, display_name, password, demo)
select 'auditor2', 'Q-002', 'Rodrigo Ibarra Colín', password, true from app_user where username = 'auditora';
insert into user_role (username, role) values ('auditor2', 'auditor');
