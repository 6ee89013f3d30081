-- The measured statement of copy, text format.

COPY storage_bench.:"table" FROM STDIN;
