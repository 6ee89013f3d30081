-- Background work that would disturb a measurement, and whether the user may see it at all: without
-- pg_read_all_stats the server hides what its own processes do.

SELECT pg_has_role('pg_read_all_stats', 'USAGE') AS visible,
       (SELECT count(*)
        FROM pg_catalog.pg_stat_activity
        WHERE backend_type = 'autovacuum worker'
           OR backend_type = 'checkpointer' AND wait_event IS DISTINCT FROM 'CheckpointerMain'
       ) AS busy;
