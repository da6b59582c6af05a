-- Lists of operations that users keep under a name.
create table api_collection (
  api_collection_id text collate "C" primary key check (char_length(api_collection_id) between 1 and 36),
  user_id           text collate "C" not null references app_user,
  name              text collate "C" not null check (char_length(name) between 1 and 100),
  is_sharable       boolean not null,
  description       text not null default '' check (char_length(description) <= 2000),
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  unique (user_id, name)
);

create table api_collection_endpoint (
  api_collection_id          text collate "C" not null references api_collection on delete cascade,
  operation_id               text collate "C" not null check (char_length(operation_id) between 1 and 255),
  api_collection_endpoint_id text collate "C" not null unique check (char_length(api_collection_endpoint_id) between 1 and 36),
  created_at                 timestamptz not null default now(),
  primary key (api_collection_id, operation_id)
);
