-- One row if the user may use what is in a schema; none if not, or where there is no such schema.
--   psql -v schema=gp_toolkit -f sql/server/schema_usable.sql

SELECT nspname
FROM pg_catalog.pg_namespace
WHERE nspname = :'schema' AND has_schema_privilege(oid, 'USAGE');
