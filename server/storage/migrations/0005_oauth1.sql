-- OAuth 1.0a (RFC 5849). Tokens are found by their SHA-256; their secrets are in the clear because calls are signed with
-- them (RFC 5849 3.4.2).

create table oauth1_request_token (
  token_hash    bytea primary key check (octet_length(token_hash) = 32),
  secret        text not null,
  consumer_id   text collate "C" not null references consumer,
  callback      text not null check (char_length(callback) <= 2000),
  -- of who allowed it
  user_id       text collate "C" references app_user,
  verifier_hash bytea check (octet_length(verifier_hash) = 32),
  expires_at    timestamptz not null,
  check ((user_id is null) = (verifier_hash is null))
);
create index oauth1_request_token_by_user on oauth1_request_token (user_id);
create index oauth1_request_token_by_expiry on oauth1_request_token (expires_at);

create table oauth1_access_token (
  token_hash  bytea primary key check (octet_length(token_hash) = 32),
  secret      text not null,
  user_id     text collate "C" not null references app_user,
  consumer_id text collate "C" not null references consumer,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null
);
create index oauth1_access_token_by_user on oauth1_access_token (user_id);
create index oauth1_access_token_by_expiry on oauth1_access_token (expires_at);

-- Each signed call spends its nonce: the SHA-256 of consumer, token, timestamp and nonce, kept for as long as the timestamp
-- would be accepted.
create table oauth1_nonce (
  nonce_hash bytea primary key check (octet_length(nonce_hash) = 32),
  expires_at timestamptz not null
);
create index oauth1_nonce_by_expiry on oauth1_nonce (expires_at);
