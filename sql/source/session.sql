-- Before a template is made: a table without a DISTRIBUTED BY is spread by its first column, as is usual.
-- Plain PostgreSQL has no such setting.
--   psql -f sql/source/session.sql

SELECT set_config(name, 'off', false)
FROM pg_catalog.pg_settings
WHERE name = 'gp_create_table_random_default_distribution';
