-- Ends the sessions of forks that outlived their run; only to be used under the lock of a run.

SELECT pg_terminate_backend(pid)
FROM pg_catalog.pg_stat_activity
WHERE application_name = 'storage_bench trial'
  AND datname = current_database()
  AND usename = current_user
  AND pid <> pg_backend_pid();
