-- Forgets all staged batches, before their tables are dropped.

DELETE FROM storage_bench.staged_batch;
