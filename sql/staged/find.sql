-- What is known of a staged batch; parameter: its table.

SELECT row_count, text_bytes, checksum
FROM storage_bench.staged_batch
WHERE relation = ?;
