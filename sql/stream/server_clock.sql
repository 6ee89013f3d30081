-- When the last statement of another session of the same user began and ended, by the server's own
-- clock; the network is not in it. Null where track_activities is off. Parameter: the session's
-- process.

SELECT (extract(epoch FROM state_change - query_start) * 1000000)::bigint AS microseconds
FROM pg_catalog.pg_stat_get_activity(?)
WHERE state <> 'active';
