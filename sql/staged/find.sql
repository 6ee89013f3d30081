-- What is known of a staged batch, if its table is still there; parameter: its table.

SELECT row_count, text_bytes, checksum
FROM storage_bench.staged_batch
WHERE relation = ?
  AND EXISTS (SELECT FROM pg_catalog.pg_class
              WHERE relnamespace = 'storage_bench'::regnamespace AND relname = relation);
