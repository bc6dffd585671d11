-- Question  On which business day does each refund fall in this time zone?
-- Grain     one row per version of a refund whose instant is known and whose day moves
-- Params    $zone varchar
update refunds
set    day = cast(timezone(cast($zone as varchar), ordered_at) as date)
where  ordered_at is not null and day <> cast(timezone(cast($zone as varchar), ordered_at) as date);
