-- The calls of the last hour of the day.
--   psql -v table=cdr_heap -f sql/stream/query/last_hour.sql

SELECT count(*) AS calls, sum(duration_seconds) AS seconds, sum(billing_amount) AS amount
FROM storage_bench.:"table"
WHERE call_timestamp >= timestamp '2025-01-02' - interval '1 hour'
  AND call_timestamp < timestamp '2025-01-02';
