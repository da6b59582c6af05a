-- Who is behind an application, and its picture, as v5.1.0 shows them.
alter table consumer
  add column company  text not null default '' check (char_length(company) <= 100),
  add column logo_url text not null default '' check (char_length(logo_url) <= 2000);
