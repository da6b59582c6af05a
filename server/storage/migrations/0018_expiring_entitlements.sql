-- Roles that are given for a time.
alter table entitlement
  -- null for a role that stays until it is taken away
  add column expires_at timestamptz,
  add check (expires_at > created_at);

-- What counts: an entitlement whose time is over is as good as none from that instant on. Who asks which roles there are
-- asks here; the row itself stays until the role is given again.
create view entitlement_in_force as
  select *
  from entitlement
  where expires_at is null or expires_at > statement_timestamp();
