-- A forgotten password is chosen anew by whoever holds the address that an administrator made for its user.
create table password_reset (
  -- another one takes the place of the one before
  user_id    text collate "C" primary key references app_user,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
