-- Question  Whom is the question about?
-- Grain     one row per customer of a snapshot who bought and is chosen
-- Params    $snapshot_id uuid · $tier varchar · $by_key boolean · $as_of date
-- Columns   excepted  somebody decided that they stay
-- Note      materialised; by key: those in chosen_keys. Where there are no tiers yet, losing is by sign
select    account.customer_id, account.net_revenue, account.margin_to_date, account.product_margin, account.total_cost,
          account.avoidable_cost, account.service_cost, account.estimated_cost,
          exception.customer_id is not null as excepted
from      customer_accounts as account
left join (select distinct customer_id
           from   current_exceptions
           where  (valid_from is null or valid_from <= cast($as_of as date))
             and  (review_on is null or review_on >= cast($as_of as date))) as exception
          on exception.customer_id = account.customer_id
where     account.snapshot_id = cast($snapshot_id as uuid) and account.purchase_days > 0
  and     case when cast($by_key as boolean) then account.customer in (select key from chosen_keys)
               when account.tier is null then cast($tier as varchar) = 'losing' and account.margin_to_date < 0
               else account.tier = cast($tier as varchar) end
