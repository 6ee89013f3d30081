-- All calls of one number, the latest first.
--   psql -v table=cdr_heap -v caller=+1-0618033989 -f sql/stream/query/caller.sql

SELECT call_id, call_timestamp, callee_number, duration_seconds, billing_amount
FROM storage_bench.:"table"
WHERE caller_number = :'caller'
ORDER BY call_timestamp DESC;
