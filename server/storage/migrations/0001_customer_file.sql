-- Who may call: users, the consumers (applications) they call with, and the tokens that tie the two together.

create table app_user (
  user_id         text collate "C" primary key check (char_length(user_id) between 1 and 36),
  provider        text collate "C" not null check (char_length(provider) between 1 and 512),
  username        text collate "C" not null check (char_length(username) between 1 and 100),
  email           text not null check (char_length(email) <= 200),
  first_name      text not null default '' check (char_length(first_name) <= 100),
  last_name       text not null default '' check (char_length(last_name) <= 100),
  password_hash   text,
  is_validated    boolean not null default true,
  wrong_passwords integer not null default 0,
  deleted_at      timestamptz,
  created_at      timestamptz not null default now(),
  unique (provider, username)
);

-- One row: what is this installation's alone. The secret has 244 random bits and never leaves the database.
create table installation (
  is_the_only_one boolean primary key default true check (is_the_only_one),
  secret          bytea not null
);
insert into installation (secret) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Wrong logins under names that no user has: a fixed number of rows, however many names are tried. Which row a name
-- counts in depends on the secret of the installation.
create table unknown_login (
  bucket          integer primary key check (bucket between 0 and 65535),
  wrong_passwords integer not null
);

create table consumer (
  consumer_id        text collate "C" primary key check (char_length(consumer_id) between 1 and 36),
  consumer_key       text collate "C" not null unique check (char_length(consumer_key) between 1 and 512),
  -- in the clear because OAuth 1.0a signs with it (RFC 5849 3.4.2); never listed
  consumer_secret    text not null,
  app_name           text not null check (char_length(app_name) between 3 and 100),
  app_type           text not null check (app_type in ('Confidential', 'Public', 'Unknown')),
  description        text not null,
  developer_email    text not null check (char_length(developer_email) <= 200),
  redirect_url       text not null check (char_length(redirect_url) <= 2000),
  client_certificate text not null default '' check (char_length(client_certificate) <= 4000),
  created_by_user_id text collate "C",
  is_active          boolean not null,
  created_at         timestamptz not null default now()
);
create index consumer_by_creator on consumer (created_by_user_id);

-- Only the SHA-256 of a token is kept.
create table login_token (
  token_hash  bytea primary key check (octet_length(token_hash) = 32),
  user_id     text collate "C" not null references app_user,
  consumer_id text collate "C" not null references consumer,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null
);
create index login_token_by_user on login_token (user_id);
create index login_token_by_expiry on login_token (expires_at);

-- What belongs to a bank. bank_id comes first in every key and every unique index, and foreign keys stay inside a bank,
-- so that each of these tables can be distributed over nodes by bank_id.

create table bank (
  bank_id             text collate "C" primary key check (char_length(bank_id) between 1 and 255),
  short_name          text not null check (char_length(short_name) <= 100),
  full_name           text not null check (char_length(full_name) <= 255),
  logo_url            text not null check (char_length(logo_url) <= 2000),
  website_url         text not null check (char_length(website_url) <= 2000),
  swift_bic           text not null default '' check (char_length(swift_bic) <= 255),
  national_identifier text not null default '' check (char_length(national_identifier) <= 255),
  routing_scheme      text not null default '' check (char_length(routing_scheme) <= 255),
  routing_address     text not null default '' check (char_length(routing_address) <= 255),
  created_at          timestamptz not null default now(),
  updated_at          timestamptz not null default now()
);

-- bank_id is '' for a system role.
create table entitlement (
  bank_id            text collate "C" not null,
  entitlement_id     text collate "C" not null check (char_length(entitlement_id) between 1 and 36),
  user_id            text collate "C" not null,
  role_name          text collate "C" not null check (char_length(role_name) between 1 and 255),
  created_by_process text not null default 'manual',
  created_at         timestamptz not null default now(),
  primary key (bank_id, entitlement_id),
  unique (bank_id, user_id, role_name)
);
create index entitlement_by_user on entitlement (user_id);
create index entitlement_by_id on entitlement (entitlement_id);

create table customer (
  bank_id                    text collate "C" not null references bank,
  customer_id                text collate "C" not null check (char_length(customer_id) between 1 and 36),
  customer_number            text collate "C" not null check (char_length(customer_number) <= 50),
  legal_name                 text not null check (char_length(legal_name) <= 255),
  mobile_phone_number        text not null check (char_length(mobile_phone_number) <= 50),
  email                      text not null check (char_length(email) <= 200),
  face_image_url             text check (char_length(face_image_url) <= 2000),
  face_image_date            timestamptz,
  -- an instant, not a day: the API takes and gives it back with its time
  date_of_birth              timestamptz,
  relationship_status        text not null check (char_length(relationship_status) <= 16),
  dependants                 integer not null,
  dob_of_dependants          timestamptz[] not null,
  highest_education_attained text not null check (char_length(highest_education_attained) <= 32),
  employment_status          text not null check (char_length(employment_status) <= 32),
  kyc_status                 boolean not null,
  last_ok_date               timestamptz,
  title                      text not null default '' check (char_length(title) <= 255),
  branch_id                  text not null default '' check (char_length(branch_id) <= 255),
  name_suffix                text not null default '' check (char_length(name_suffix) <= 255),
  created_at                 timestamptz not null default now(),
  updated_at                 timestamptz not null default now(),
  primary key (bank_id, customer_id),
  constraint customer_number_is_unique_at_its_bank unique (bank_id, customer_number)
);

-- A user's links at a bank are numbered 1, 2, 3 … in the order in which they were made: two that are made at the same
-- moment want the same number, and the unique index lets one of them wait and look again.
create table user_customer_link (
  bank_id               text collate "C" not null references bank,
  user_customer_link_id text collate "C" not null check (char_length(user_customer_link_id) between 1 and 36),
  user_id               text collate "C" not null,
  customer_id           text collate "C" not null,
  position              integer not null check (position > 0),
  date_inserted         timestamptz not null default now(),
  is_active             boolean not null default true,
  primary key (bank_id, user_customer_link_id),
  unique (bank_id, customer_id, user_id),
  constraint user_customer_link_position unique (bank_id, user_id, position),
  foreign key (bank_id, customer_id) references customer
);

-- An event carries the number of the customer it is about; the customer may be added before or after it.
create table crm_event (
  bank_id         text collate "C" not null references bank,
  crm_event_id    text collate "C" not null check (char_length(crm_event_id) between 1 and 36),
  customer_name   text not null check (char_length(customer_name) <= 64),
  customer_number text collate "C" not null check (char_length(customer_number) <= 64),
  category        text not null check (char_length(category) <= 32),
  detail          text not null check (char_length(detail) <= 1024),
  channel         text not null check (char_length(channel) <= 32),
  scheduled_date  timestamptz,
  actual_date     timestamptz not null,
  result          text not null default '' check (char_length(result) <= 32),
  created_at      timestamptz not null default now(),
  primary key (bank_id, crm_event_id)
);
create index crm_event_newest_first on crm_event (bank_id, actual_date desc, crm_event_id);
create index crm_event_by_customer_number on crm_event (bank_id, customer_number);

create table customer_message (
  bank_id         text collate "C" not null references bank,
  message_id      text collate "C" not null check (char_length(message_id) between 1 and 36),
  customer_id     text collate "C" not null,
  user_id         text collate "C" not null,
  message         text not null check (char_length(message) <= 1024),
  from_department text not null check (char_length(from_department) <= 64),
  from_person     text not null check (char_length(from_person) <= 64),
  created_at      timestamptz not null default now(),
  primary key (bank_id, message_id),
  foreign key (bank_id, customer_id) references customer
);
create index customer_message_newest_first on customer_message (bank_id, user_id, created_at desc, message_id);

create table bank_account (
  bank_id          text collate "C" not null references bank,
  account_id       text collate "C" not null check (char_length(account_id) between 1 and 255),
  label            text not null check (char_length(label) <= 255),
  number           text not null check (char_length(number) <= 128),
  account_type     text not null check (char_length(account_type) <= 255),
  iban             text not null default '' check (char_length(iban) <= 64),
  balance_currency text not null check (char_length(balance_currency) = 3),
  balance_amount   numeric(19, 4) not null,
  created_at       timestamptz not null default now(),
  primary key (bank_id, account_id)
);

create table bank_account_owner (
  bank_id    text collate "C" not null,
  account_id text collate "C" not null,
  user_id    text collate "C" not null,
  primary key (bank_id, account_id, user_id),
  foreign key (bank_id, account_id) references bank_account
);

-- Who changed what, when and by which call; written in the transaction of the change. bank_id is '' outside any bank.
create table audit_event (
  bank_id        text collate "C" not null,
  audit_event_id bigint generated always as identity,
  happened_at    timestamptz not null default now(),
  user_id        text,
  consumer_id    text,
  operation_id   text not null,
  correlation_id text not null,
  subject        text not null,
  subject_id     text not null,
  change         jsonb not null,
  primary key (bank_id, audit_event_id)
);
create index audit_event_by_subject on audit_event (bank_id, subject, subject_id);
