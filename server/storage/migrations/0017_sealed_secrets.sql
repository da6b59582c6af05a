-- The secrets of consumers and of OAuth 1.0a tokens sign calls (RFC 5849 3.4.2), so that a hash will not do: they are sealed
-- with the key that is not in the database. What stood here in the clear is sealed by the start that runs this.
alter table consumer rename column consumer_secret to clear_secret;
alter table consumer alter column clear_secret drop not null;
-- null for a consumer that has no secret
alter table consumer add column sealed_secret bytea;
alter table consumer add check (num_nonnulls(clear_secret, sealed_secret) <= 1);
-- each start looks for what is still in the clear
create index consumer_in_the_clear on consumer (consumer_id) where clear_secret is not null;

alter table oauth1_access_token rename column secret to clear_secret;
alter table oauth1_access_token alter column clear_secret drop not null;
alter table oauth1_access_token add column sealed_secret bytea;
alter table oauth1_access_token add check (num_nonnulls(clear_secret, sealed_secret) = 1);
create index oauth1_access_token_in_the_clear on oauth1_access_token (token_hash) where clear_secret is not null;

-- they live for half an hour: logins that are under way begin again
delete from oauth1_request_token;
alter table oauth1_request_token drop column secret;
alter table oauth1_request_token add column sealed_secret bytea not null;

-- A token of another identity provider is remembered nowhere: it counts if it was issued after the logins of its user and
-- its consumer were last ended.
alter table app_user add column logins_ended_at timestamptz;
alter table consumer add column logins_ended_at timestamptz;
