-- The ten busiest towers of the day.
--   psql -v table=cdr_heap -f sql/stream/query/busiest_towers.sql

SELECT cell_tower_id, count(*) AS calls, sum(bytes_transferred) AS bytes
FROM storage_bench.:"table"
GROUP BY cell_tower_id
ORDER BY calls DESC, cell_tower_id
LIMIT 10;
