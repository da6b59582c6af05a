-- A second factor beside the password: codes by the clock (RFC 6238), and recovery codes for who has lost what makes them.
create table second_factor (
  user_id    text collate "C" primary key references app_user,
  -- sealed with the key that is not in the database
  secret     bytea not null,
  -- the time step of the last code that was taken, for each is good once; null until a first one has confirmed the secret
  last_step  integer,
  created_at timestamptz not null default now()
);

create table recovery_code (
  user_id   text collate "C" not null references second_factor on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  primary key (user_id, code_hash)
);
