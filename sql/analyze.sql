-- Statistics for the planner, outside the clock.
--   psql -v table=cdr_heap -f sql/analyze.sql

ANALYZE storage_bench.:"table";
