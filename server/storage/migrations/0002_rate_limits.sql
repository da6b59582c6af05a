-- How often a consumer may call, from one instant to another. '' is any version, any operation, any bank; -1 is no limit.
create table call_limit (
  bank_id       text collate "C" not null,
  call_limit_id text collate "C" not null check (char_length(call_limit_id) between 1 and 36),
  consumer_id   text collate "C" not null,
  api_version   text collate "C" not null check (char_length(api_version) <= 16),
  api_name      text collate "C" not null check (char_length(api_name) <= 100),
  from_date     timestamptz not null,
  to_date       timestamptz not null,
  per_second    bigint not null check (per_second >= -1),
  per_minute    bigint not null check (per_minute >= -1),
  per_hour      bigint not null check (per_hour >= -1),
  per_day       bigint not null check (per_day >= -1),
  per_week      bigint not null check (per_week >= -1),
  per_month     bigint not null check (per_month >= -1),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  primary key (bank_id, call_limit_id)
);
create index call_limit_by_consumer on call_limit (consumer_id);

-- Calls counted so far, where the counters lie in PostgreSQL; the columns are those that rate-limiter-flexible works with.
-- Unlogged: after a crash counting begins anew.
create unlogged table rate_limit_counter (
  key    text collate "C" primary key,
  points integer not null default 0,
  expire bigint
);
