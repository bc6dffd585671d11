-- Question  What do the live imports together say of each touched customer?
-- Grain     one row per touched customer with a live identity; of each fact the newest import that states it counts
-- Params    none
insert into customers (customer_id, customer_key, name, email, country, is_lead)
select    named.customer_id, named.customer_key, said.name, said.email, said.country, false
from      (select   customer_id, min(identity_key) as customer_key
           from     identities
           where    live and customer_id in (select customer_id from touched_customers)
           group by customer_id) named
left join (select   customer_id,
                    (array_agg(name order by import_number desc, identity_id) filter (where name is not null))[1] as name,
                    (array_agg(email order by import_number desc, identity_id) filter (where email is not null))[1] as email,
                    (array_agg(country order by import_number desc, identity_id) filter (where country is not null))[1]
                        as country
           from     identities
           where    live and customer_id in (select customer_id from touched_customers)
             and    (name is not null or email is not null or country is not null)
           group by customer_id) said on said.customer_id = named.customer_id;
