-- The same on every segment of a cluster at once: gp_id has one row on each.
--   psql -v sessions='{42}' -f sql/profile/waits_segments.sql

SELECT gp_execution_segment() AS content,
       pg_sleep(0.01),
       extract(epoch FROM clock_timestamp() - statement_timestamp()) AS seconds,
       (SELECT string_agg(
                   coalesce(
                       pg_stat_get_backend_wait_event_type(id) || ':'
                           || pg_stat_get_backend_wait_event(id),
                       'CPU'),
                   ',')
        FROM pg_stat_get_activity(NULL) AS activity
        JOIN pg_stat_get_backend_idset() AS id ON pg_stat_get_backend_pid(id) = activity.pid
        WHERE activity.sess_id = ANY (:'sessions'::integer[]) AND tick > 0) AS waits
FROM gp_dist_random('gp_id'), generate_series(1, 25) AS tick;
