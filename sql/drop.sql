-- Drops one table of the suite.

DROP TABLE IF EXISTS storage_bench.:"table";
