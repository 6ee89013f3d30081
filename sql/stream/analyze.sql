-- Statistics for the planner, outside the clock.
--   psql -v table=cdr_heap -f sql/stream/analyze.sql

ANALYZE storage_bench.:"table";
