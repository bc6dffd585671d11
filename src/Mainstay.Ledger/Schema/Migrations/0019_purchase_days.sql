-- Holds     what each customer's days look like, and as of when; derived again for whoever an import or undo touches
-- Grain     one row per customer, day and stretch of as-of over which the rest of the row holds
-- Columns   valid_from, valid_until  it holds as of every day from the one on and before the other; null: without end
--           spend              net revenue of the orders that make it a purchase day, less their refunds; null: it is
--                              none, for its orders were all refunded in full, or it has but a refund of no known order
--           net_revenue        of everything that falls on the day, whether it is a purchase day or not
--           net_of_costs       net_revenue less the costs that are known
--           estimated_revenue  the part of net_revenue whose costs are not: its margin follows the declared rate
create table purchase_days (
    customer_id        uuid           not null,
    day                date           not null,
    valid_from         date           not null,
    valid_until        date,
    spend              decimal(38,4),
    net_revenue        decimal(38,4)  not null,
    net_of_costs       decimal(38,4)  not null,
    estimated_revenue  decimal(38,4)  not null
);
