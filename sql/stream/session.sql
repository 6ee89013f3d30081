-- The session that inserts: Greenplum and Cloudberry would analyze a table within the first INSERT,
-- inside the clock. The stream analyzes at intervals of its own. Plain PostgreSQL has no such setting.
--   psql -f sql/stream/session.sql

SELECT set_config(name, 'none', false)
FROM pg_catalog.pg_settings
WHERE name = 'gp_autostats_mode';
