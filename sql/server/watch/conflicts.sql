-- What went wrong between sessions of this database so far.

SELECT event, count
FROM pg_catalog.pg_stat_database,
     LATERAL (VALUES ('deadlock', deadlocks), ('conflict with recovery', conflicts))
         AS counters (event, count)
WHERE datname = current_database();
