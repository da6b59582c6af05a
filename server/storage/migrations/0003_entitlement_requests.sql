-- Roles that users asked for. bank_id is '' for a system role. A user has at most one open request for a role in one place.
create table entitlement_request (
  bank_id                text collate "C" not null,
  entitlement_request_id text collate "C" not null check (char_length(entitlement_request_id) between 1 and 36),
  user_id                text collate "C" not null,
  role_name              text collate "C" not null check (char_length(role_name) between 1 and 255),
  status                 text not null default 'open' check (status in ('open', 'granted', 'refused')),
  reason                 text not null default '' check (char_length(reason) <= 1000),
  created_at             timestamptz not null default now(),
  closed_at              timestamptz,
  primary key (bank_id, entitlement_request_id),
  check ((status = 'open') = (closed_at is null))
);
create unique index entitlement_request_is_open_once on entitlement_request (bank_id, user_id, role_name) where status = 'open';
create index entitlement_request_by_user on entitlement_request (user_id);
create index entitlement_request_by_id on entitlement_request (entitlement_request_id);
