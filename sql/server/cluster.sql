-- One row on a Cloudberry or Greenplum cluster, none on plain PostgreSQL.

SELECT relname
FROM pg_catalog.pg_class
WHERE relname = 'gp_segment_configuration' AND relnamespace = 'pg_catalog'::regnamespace;
