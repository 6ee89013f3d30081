-- After staging: sets hint bits and statistics now, or the first variant to read the batch would
-- pay for them inside the clock. A plan that reads all rows needs no more than the smallest sample;
-- gathering the usual statistics takes longer than bringing in the rows.

SET default_statistics_target = 1;

VACUUM (FREEZE, ANALYZE) storage_bench.:"table";

RESET default_statistics_target;
