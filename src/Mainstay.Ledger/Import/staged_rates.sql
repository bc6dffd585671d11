-- Question  What is one unit of each currency of the file worth in the business's own?
-- Grain     one row per currency with a rate; the empty code stands for rows that name none
-- Params    none
create temp table staged_rates (currency varchar, rate decimal(18,9));
