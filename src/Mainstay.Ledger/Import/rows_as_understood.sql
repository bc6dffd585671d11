-- Question  What was understood of the file, row by row?
-- Grain     one row per staged row
-- Params    none
-- Columns   staged_id  one per row, rising in the order of the file; row_number may serve several rows
--           amount  line net revenue with its sign, in the row's currency    status  placed or cancelled
-- Note      the body of the view staged_rows over the tables of one reading
select    lines.staged_id, lines.row_number, lines.order_ref, lines.line_ref, customers.customer_key, lines.email, lines.name,
          lines.country, lines.ordered_at, lines.day, lines.sku, lines.description, lines.quantity, lines.unit_price, lines.discount,
          lines.amount, lines.cost, lines.currency, lines.channel, lines.member,
          case when lines.cancelled_on is null then 'placed' else 'cancelled' end as status,
          lines.cancelled_on, lines.is_refund, lines.contradiction, lines.file_number
from      staged_lines lines
left join staged_customers customers on customers.customer_number = lines.customer_number
