-- What every call looks for by an id alone. Of a large table a hash index answers from one page, where a B-tree with the same
-- text as its key reads three and compares at each step; the primary keys stay for what they assure.
drop index user_customer_link_by_user;
create index user_customer_link_by_user on user_customer_link using hash (user_id);
create index customer_by_id on customer using hash (customer_id);
create index app_user_by_id on app_user using hash (user_id);
