-- Rules that administrators set for single operations: what a body must be like, and how its caller may log in.

-- the schema as it was sent, because the order of its keys is part of what is given back
create table json_schema_validation (
  operation_id text collate "C" primary key check (char_length(operation_id) between 1 and 200),
  json_schema  text not null check (char_length(json_schema) <= 65536),
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now()
);

create table authentication_type_validation (
  operation_id                 text collate "C" primary key check (char_length(operation_id) between 1 and 200),
  allowed_authentication_types text[] not null check (cardinality(allowed_authentication_types) > 0),
  created_at                   timestamptz not null default now(),
  updated_at                   timestamptz not null default now()
);
