-- The file that the server (of a cluster: the coordinator) logs to, and how long it is. No row
-- where it logs elsewhere; an error where the user may not know.

SELECT file, (pg_stat_file(file)).size AS bytes
FROM pg_current_logfile() AS file
WHERE file IS NOT NULL;
