-- After staging: sets hint bits and statistics now, or the first variant to read the batch would
-- pay for them inside the clock. Then the end of the small sample that staging.sql began with.

VACUUM (FREEZE, ANALYZE) storage_bench.:"table";

RESET default_statistics_target;
