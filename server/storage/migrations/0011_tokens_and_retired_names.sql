-- Logins that can be ended one by one, and names that nobody else is given.
alter table login_token
  -- by which its owner names a token without knowing it
  add column token_id text collate "C" not null default gen_random_uuid()::text check (char_length(token_id) = 36);
create unique index login_token_by_id on login_token (token_id);
create index login_token_by_consumer on login_token (consumer_id);

alter table app_user
  -- The name of a deleted user, as the SHA-256 of the installation's secret, provider and name: the name is gone with the
  -- rest of their personal data, and still nobody else is given it.
  add column retired_name bytea check (octet_length(retired_name) = 32),
  add column updated_at timestamptz not null default now(),
  -- grows when every login of the user is ended: what is written late for an older one does not count
  add column login_generation integer not null default 0;
create unique index app_user_by_retired_name on app_user (retired_name) where retired_name is not null;
create index app_user_by_age on app_user (created_at, user_id);

create index user_customer_link_by_user on user_customer_link (user_id);
create index entitlement_by_role on entitlement (role_name);
