-- Every login at a consumer can be ended for good, also the one that is just about to be given out.

alter table consumer
  -- grows when every login at the consumer is ended: what is written late for an older one does not count
  add column login_generation integer not null default 0;

-- that of the consumer of client_id when its client asked
alter table openid_artifact add column consumer_generation integer;
update openid_artifact set consumer_generation = 0 where client_id is not null;

create index oauth1_request_token_by_consumer on oauth1_request_token (consumer_id);
create index oauth1_access_token_by_consumer on oauth1_access_token (consumer_id);
create index openid_consent_by_consumer on openid_consent (consumer_id);

-- what was given out at consumers that are disabled does not come back when they are enabled
delete from login_token t using consumer c where c.consumer_id = t.consumer_id and not c.is_active;
delete from oauth1_request_token t using consumer c where c.consumer_id = t.consumer_id and not c.is_active;
delete from oauth1_access_token t using consumer c where c.consumer_id = t.consumer_id and not c.is_active;
delete from openid_artifact t using consumer c where c.consumer_key = t.client_id and not c.is_active;
delete from openid_consent t using consumer c where c.consumer_id = t.consumer_id and not c.is_active;
