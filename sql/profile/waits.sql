-- What sessions wait for on the instance that one is connected to: half a second of samples as
-- seconds=waits, in one row, so that a sample costs no round trip; the backends are looked up once.
-- "CPU" is no wait at all. Referring to the tick makes the server look anew for each.
--   psql -v pids='{4711}' -v hz=30 -f sql/profile/waits.sql

SELECT string_agg(seconds || '=' || waits, '|') AS samples
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
      FROM (SELECT array_agg(id) AS ids
            FROM pg_stat_get_backend_idset() AS id
            WHERE pg_stat_get_backend_pid(id) = ANY (:'pids'::integer[])) AS mine,
           generate_series(1, (:'hz'::integer + 1) / 2) AS tick) AS sample;
