-- Which of the statistics views that the profilers read the server's version has; the names are
-- those of the files beside this one.

SELECT name, view, to_regclass('pg_catalog.' || view) IS NOT NULL AS present
FROM (VALUES
    ('bgwriter', 'pg_stat_bgwriter'),
    ('checkpointer', 'pg_stat_checkpointer'),
    ('wal', 'pg_stat_wal'),
    ('table', 'pg_stat_all_tables'),
    ('table_io', 'pg_statio_all_tables'),
    ('index', 'pg_stat_all_indexes'),
    ('index_io', 'pg_statio_all_indexes')
) AS wanted (name, view);
