-- Calls over a tenth of the towers in two hours of the day: what z-order clustering is for.
--   psql -v table=cdr_heap -f sql/stream/query/towers_at_noon.sql

SELECT call_hour, count(*) AS calls, avg(call_quality_mos) AS quality
FROM storage_bench.:"table"
WHERE call_hour BETWEEN 12 AND 13
  AND cell_tower_id BETWEEN 4000 AND 4999
GROUP BY call_hour
ORDER BY call_hour;
