-- A staged batch as the bytes that copy sends, binary format.

COPY storage_bench.:"table" TO STDOUT WITH (FORMAT binary);
