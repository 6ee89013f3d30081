-- The measured statement of insertSelect, with what each of its steps took. It inserts: roll back.
--   psql -v table=cdr_ao -v staged=staged_1 -f sql/profile/plan.sql

EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON)
INSERT INTO storage_bench.:"table"
SELECT * FROM storage_bench.:"staged";
