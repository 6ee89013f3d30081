-- How many checkpoints the server (of a cluster: the coordinator) has made.

SELECT 'checkpoint' AS event, checkpoints_timed + checkpoints_req AS count
FROM pg_catalog.pg_stat_bgwriter;
