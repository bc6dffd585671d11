-- Question  Which margins to date occur, and how many customers share each?
-- Grain     one row per distinct margin_to_date of customers with a purchase day, best first
select   margin_to_date, cast(count(*) as bigint) as customers
from     customer_history
where    purchase_days > 0
group by margin_to_date
order by margin_to_date desc
