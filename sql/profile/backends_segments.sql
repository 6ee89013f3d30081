-- The processes of sessions on every segment of a cluster.
--   psql -v sessions='{42}' -f sql/profile/backends_segments.sql

SELECT gp_execution_segment() AS content,
       (SELECT string_agg(pid::text, ',')
        FROM pg_stat_get_activity(NULL)
        WHERE sess_id = ANY (:'sessions'::integer[]) AND gp_segment_id IS NOT NULL) AS pids
FROM gp_dist_random('gp_id');
