-- Counters of pg_stat_bgwriter, of the instance that one is connected to.

SELECT to_jsonb(counters)
FROM pg_catalog.pg_stat_bgwriter AS counters;
