-- The journal's row of a batch: the first statement of the transaction that inserts the batch.
-- Parameters: the columns.

INSERT INTO storage_bench.stream_batch
    (run, phase, variant, batch, row_count, text_bytes, checksum)
VALUES (?, ?, ?, ?, ?, ?, ?);
