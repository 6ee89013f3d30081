-- Forgets a staged batch; parameter: its table.

DELETE FROM storage_bench.staged_batch
WHERE relation = ?;
