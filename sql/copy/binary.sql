-- The measured statement of copy, binary format.

COPY storage_bench.:"table" FROM STDIN WITH (FORMAT binary);
