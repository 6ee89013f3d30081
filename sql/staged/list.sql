-- The staged batches, those to be given up first at the top: other streams and sizes than the
-- batch to come, then the earliest rows. Parameters: its seed, its rows.

SELECT relation, row_count
FROM storage_bench.staged_batch
ORDER BY (seed = ? AND row_count = ?), first_row;
