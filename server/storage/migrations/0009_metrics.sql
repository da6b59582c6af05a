-- One row a call. Who called is an id and an address, and the path is the operation's, with only the bank filled in.
-- bank_id is '' for a call outside any bank, or one that was refused before its bank was looked for.
create table metric (
  bank_id        text collate "C" not null,
  metric_id      bigint generated always as identity,
  called_at      timestamptz not null,
  -- milliseconds
  duration       integer not null check (duration >= 0),
  operation_id   text collate "C" not null,
  function_name  text collate "C" not null,
  -- the version by which the operation was called; '' outside the versions
  version        text collate "C" not null,
  verb           text collate "C" not null,
  url            text collate "C" not null,
  status         integer not null,
  correlation_id text collate "C" not null,
  user_id        text collate "C",
  consumer_id    text collate "C",
  source_ip      inet,
  primary key (bank_id, called_at, metric_id)
);
create index metric_by_date on metric (called_at, metric_id);
create index metric_by_user on metric (user_id, called_at) where user_id is not null;
create index metric_by_consumer on metric (consumer_id, called_at) where consumer_id is not null;
create index metric_by_function on metric (function_name, called_at);
create index metric_by_correlation_id on metric (correlation_id);
