-- Background work that would disturb a measurement, and what of it the user may do and see: a
-- CHECKPOINT is for superusers, and since PostgreSQL 15 for members of pg_checkpoint; without
-- pg_read_all_stats the server hides what its own processes do.

SELECT EXISTS (SELECT
               FROM pg_catalog.pg_roles
               WHERE rolname = current_user AND rolsuper
                  OR rolname = 'pg_checkpoint' AND pg_has_role(oid, 'USAGE')) AS may_checkpoint,
       pg_has_role('pg_read_all_stats', 'USAGE') AS visible,
       (SELECT count(*)
        FROM pg_catalog.pg_stat_activity
        WHERE backend_type = 'autovacuum worker'
           OR backend_type = 'checkpointer' AND wait_event IS DISTINCT FROM 'CheckpointerMain'
       ) AS busy;
