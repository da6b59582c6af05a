-- Users of other identity providers are named by their provider, in up to 255 characters (OpenID Connect Core 2, `sub`).
alter table app_user drop constraint app_user_username_check;
alter table app_user add constraint app_user_username_check check (char_length(username) between 1 and 255);

-- Consumers that an identity provider brought: the name that it has for each of them, such as the claim `azp`.
create table provider_consumer (
  provider    text collate "C" not null check (char_length(provider) between 1 and 512),
  client_id   text collate "C" not null check (char_length(client_id) between 1 and 255),
  consumer_id text collate "C" not null unique references consumer,
  created_at  timestamptz not null default now(),
  primary key (provider, client_id)
);

-- What front ends show: addresses, logos, texts. Everybody may read them.
create table web_ui_prop (
  name            text collate "C" primary key check (char_length(name) between 1 and 255),
  web_ui_props_id text collate "C" not null unique check (char_length(web_ui_props_id) between 1 and 36),
  value           text not null check (char_length(value) <= 65536),
  created_at      timestamptz not null default now()
);
