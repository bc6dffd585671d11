-- Question  How do customers spread over residual value?
-- Grain     one row per occurring bin; bin k holds values from k to k + 1 times $width, $last also everything above
-- Params    $width double precision · $last bigint
select   least(cast(floor(residual_value / cast($width as double precision)) as bigint), cast($last as bigint)) as bin,
         cast(count(*) as bigint)                                                                   as customers,
         sum(residual_value)                                                                        as residual_value
from     customer_worth
where    residual_value is not null
group by least(cast(floor(residual_value / cast($width as double precision)) as bigint), cast($last as bigint))
order by bin
