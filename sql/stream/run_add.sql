-- Begins a stream; parameters: the columns.

INSERT INTO storage_bench.stream_run (run, plan)
VALUES (?, ?);
