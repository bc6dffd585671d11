-- Holds     service_rate: what serving a customer takes of their revenue, avoidable cost and marketing, shrunk as margin_rate is
-- Grain     one more column of customer_snapshots; null in snapshots made before there was one
alter table customer_snapshots add column service_rate double precision;
