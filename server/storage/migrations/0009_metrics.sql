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
-- no more: every call pays for every index, and what a reader asks for is asked of some days
create index metric_by_date on metric (called_at, metric_id);
