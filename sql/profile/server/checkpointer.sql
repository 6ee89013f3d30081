-- Counters of pg_stat_checkpointer, of the instance that one is connected to.

SELECT to_jsonb(counters)
FROM pg_catalog.pg_stat_checkpointer AS counters;
