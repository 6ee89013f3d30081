-- How many checkpoints the server (of a cluster: the coordinator) has made. No row from version 17 of
-- PostgreSQL on, which counts them elsewhere.

SELECT 'checkpoint' AS event,
       (counters ->> 'checkpoints_timed')::bigint + (counters ->> 'checkpoints_req')::bigint AS count
FROM (SELECT to_jsonb(bgwriter) AS counters
      FROM pg_catalog.pg_stat_bgwriter AS bgwriter) AS counted
WHERE counters ->> 'checkpoints_timed' IS NOT NULL;
