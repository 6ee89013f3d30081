-- After staging: sets hint bits and statistics now, or the first variant to read the batch would
-- pay for them inside the clock. Then the end of the small sample and of the long queues that
-- staging.sql began with.

VACUUM (FREEZE, ANALYZE) storage_bench.:"table";

RESET default_statistics_target;

SELECT set_config(name, reset_val, false)
FROM pg_catalog.pg_settings
WHERE name IN ('gp_interconnect_queue_depth', 'gp_interconnect_snd_queue_depth');
