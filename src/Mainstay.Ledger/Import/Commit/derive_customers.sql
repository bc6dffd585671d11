-- Question  What do the live imports together say of each touched customer?
-- Grain     one row per touched customer with a live identity; of each fact the newest import that states it counts
-- Params    none
insert into customers (customer_id, customer_key, name, email, country, is_lead)
select   customer_id, min(identity_key),
         (array_agg(name order by import_number desc, identity_id) filter (where name is not null))[1],
         (array_agg(email order by import_number desc, identity_id) filter (where email is not null))[1],
         (array_agg(country order by import_number desc, identity_id) filter (where country is not null))[1],
         false
from     identities
where    live and customer_id in (select customer_id from touched_customers)
group by customer_id;
