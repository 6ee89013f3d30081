-- Has a row where external tables can read by gpfdist: on Greenplum and Cloudberry.
--   psql -f sql/gpfdist/cluster.sql

SELECT setting AS max_segments_per_url
FROM pg_catalog.pg_settings
WHERE name = 'gp_external_max_segs';
