-- The same on every segment of a cluster at once: gp_id has one row on each. The clock in the inner
-- query makes each segment look for its own backends, once.
--   psql -v sessions='{42}' -v hz=30 -f sql/profile/waits_segments.sql

SELECT content,
       (SELECT string_agg(seconds || '=' || waits, '|')
        FROM (SELECT pg_sleep(1 / :'hz'::double precision),
                     extract(epoch FROM clock_timestamp() - statement_timestamp()) AS seconds,
                     (SELECT string_agg(
                                 coalesce(
                                     pg_stat_get_backend_wait_event_type(id) || ':'
                                         || pg_stat_get_backend_wait_event(id),
                                     'CPU'),
                                 ',')
                      FROM unnest(ids) AS id
                      WHERE tick > 0) AS waits
              FROM generate_series(1, (:'hz'::integer + 1) / 2) AS tick) AS sample) AS samples
FROM (SELECT gp_execution_segment() AS content,
             clock_timestamp() AS looked,
             (SELECT array_agg(id)
              FROM pg_stat_get_activity(NULL) AS activity
              JOIN pg_stat_get_backend_idset() AS id
                  ON pg_stat_get_backend_pid(id) = activity.pid
              WHERE activity.sess_id = ANY (:'sessions'::integer[])
                AND instance.gpname IS NOT NULL) AS ids
      FROM gp_dist_random('gp_id') AS instance) AS segment;
