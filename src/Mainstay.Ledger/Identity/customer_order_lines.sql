-- Question  Which order lines make up what a customer has brought, and which file and row says so?
-- Grain     one row per live line of the customer
-- Params    $customer_id uuid
select    line.order_id, line.order_ref, line.day, line.sku, article.description, line.quantity, line.amount,
          line.currency, line.exchange_rate, line.revenue, line.cost, line.cancelled_on, line.import_number,
          imports.file_name, line.row_number
from      order_lines line
join      imports on imports.import_number = line.import_number
left join (select   sku, (array_agg(description order by import_number desc) filter (where description is not null))[1]
                           as description
           from     products
           where    live
           group by sku) article on article.sku = line.sku
where     line.live and line.customer_id = cast($customer_id as uuid)
order by  line.day, line.order_id, line.row_number;
