-- The measured statement of multiRowInsert, for the driver's batches; one parameter a column.

INSERT INTO storage_bench.:"table"
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
