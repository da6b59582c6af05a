-- Roles of consumers, which OBP calls scopes. bank_id is '' for a system role.
create table consumer_scope (
  bank_id     text collate "C" not null,
  scope_id    text collate "C" not null check (char_length(scope_id) between 1 and 36),
  consumer_id text collate "C" not null,
  role_name   text collate "C" not null check (char_length(role_name) between 1 and 255),
  created_at  timestamptz not null default now(),
  primary key (bank_id, scope_id),
  unique (bank_id, consumer_id, role_name)
);
create index consumer_scope_by_consumer on consumer_scope (consumer_id);
create index consumer_scope_by_id on consumer_scope (scope_id);
