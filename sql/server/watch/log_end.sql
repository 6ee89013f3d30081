-- The file that the server (of a cluster: the coordinator) logs to, and how long it is. No row
-- where it logs elsewhere, or has just begun another file. Needs the rights of log_rights.sql.

SELECT file, (pg_stat_file(file, true)).size AS bytes
FROM pg_current_logfile() AS file
WHERE (pg_stat_file(file, true)).size IS NOT NULL;
