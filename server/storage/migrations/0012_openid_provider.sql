-- The OpenID Connect provider: what it remembers between two requests, what users allowed, and its keys.

-- Sessions, interactions, codes, grants and tokens. Only the SHA-256 of an id is kept, for the id is the credential.
create table openid_artifact (
  kind          text collate "C" not null,
  id_hash       bytea not null check (octet_length(id_hash) = 32),
  payload       jsonb not null,
  -- of a session, by which an interaction finds it
  uid           text collate "C",
  client_id     text collate "C",
  user_id       text collate "C",
  -- the id_hash of the grant that it hangs on; of a grant, its own
  grant_hash    bytea check (octet_length(grant_hash) = 32),
  -- SHA-256 of the password hash and the login generation that the user had when they logged in: with another it counts no more
  login_mark    bytea check (octet_length(login_mark) = 32),
  consumed_at   timestamptz,
  expires_at    timestamptz not null,
  primary key (kind, id_hash)
);
create index openid_artifact_by_grant on openid_artifact (grant_hash);
create index openid_artifact_by_uid on openid_artifact (uid);
create index openid_artifact_by_user on openid_artifact (user_id);
create index openid_artifact_by_client on openid_artifact (client_id);
create index openid_artifact_by_expiry on openid_artifact (expires_at);

-- What a user allowed an application for good, so that it need not ask again.
create table openid_consent (
  user_id     text collate "C" not null references app_user,
  consumer_id text collate "C" not null references consumer,
  scopes      text[] not null,
  given_at    timestamptz not null default now(),
  primary key (user_id, consumer_id)
);

-- The private part is encrypted with a key that is not in the database.
create table openid_signing_key (
  kid         text collate "C" primary key check (char_length(kid) between 1 and 64),
  public_key  jsonb not null,
  private_key bytea not null,
  signs_from  timestamptz not null,
  created_at  timestamptz not null default now()
);
