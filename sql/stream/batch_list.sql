-- The batches of a stream that are in; parameter: the stream.

SELECT phase, variant, batch, row_count, text_bytes, checksum
FROM storage_bench.stream_batch
WHERE run = ?
ORDER BY phase, batch, variant;
