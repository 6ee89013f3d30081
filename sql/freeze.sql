-- After staging: sets hint bits and statistics now, or the first variant to read the batch would
-- pay for them inside the clock.

VACUUM (FREEZE, ANALYZE) storage_bench.:"table";
