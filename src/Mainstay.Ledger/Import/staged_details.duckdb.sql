-- Question  What did the file last say about each customer?
-- Grain     one row per customer with a name, an email or a country
-- Params    none
-- Note      DuckDB only: a file for one analysis is never read into another engine, and arg_max sorts nothing
create temp table staged_details as
select   customer_number, arg_max(name, row_number) as name, arg_max(email, row_number) as email,
         arg_max(country, row_number) as country
from     staged_lines
where    customer_number is not null and coalesce(name, email, country) is not null
group by customer_number;
