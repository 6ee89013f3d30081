-- Says that a batch waits; parameters: the columns.

INSERT INTO storage_bench.staged_batch (relation, seed, first_row, row_count, text_bytes, checksum)
VALUES (?, ?, ?, ?, ?, ?);
