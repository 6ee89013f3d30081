-- The template of a workload that is a table: never filled, and with plain columns where those of the
-- table are generated or identity columns.
--   psql -v template=workload_1 -v relation=public.orders -f sql/source/template.sql

CREATE TABLE storage_bench.:"template" (LIKE :relation) USING heap;
