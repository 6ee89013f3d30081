-- The first statement of every session of the suite. After gp_vmem_idle_resource_timeout without a
-- statement a cluster ends the session's processes on the segments, and the next statement starts
-- new ones, which would be inside the clock. Plain PostgreSQL has no such setting.
--   psql -f sql/session.sql

SELECT set_config('gp_vmem_idle_resource_timeout', '0', false)
WHERE current_setting('gp_vmem_idle_resource_timeout', true) IS NOT NULL;
