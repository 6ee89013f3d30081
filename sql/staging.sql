-- A table that one batch waits in. Only the suite writes it, once, so nothing needs to vacuum it.
--   psql -v table=staged_1 -v template=call_detail_record -f sql/staging.sql
-- Greenplum and Cloudberry analyze a new table as soon as it is filled, and freeze.sql does it
-- again. A plan that reads all rows needs no more than the smallest sample, and gathering the usual
-- statistics takes longer than bringing in the rows. freeze.sql sets the sample back.

SET default_statistics_target = 1;

-- One segment makes the rows of a workload and sends them to the others. It waits for each of them
-- with so few packets under way as is usual. Plain PostgreSQL has no such settings.

SELECT set_config(name, '64', false)
FROM pg_catalog.pg_settings
WHERE name IN ('gp_interconnect_queue_depth', 'gp_interconnect_snd_queue_depth');

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING heap
WITH (autovacuum_enabled = false);
