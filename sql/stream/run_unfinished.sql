-- The streams that have tables of a phase that is not finished.
--   psql -f sql/stream/run_unfinished.sql

SELECT DISTINCT run
FROM storage_bench.stream_phase
WHERE NOT finished
ORDER BY run;
