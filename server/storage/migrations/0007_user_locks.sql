-- A lock that an administrator sets, beside the one of wrong passwords.
alter table app_user add column locked_at timestamptz;
alter table app_user add column last_wrong_password_at timestamptz;
create index app_user_by_email on app_user (lower(email));
