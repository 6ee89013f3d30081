-- A staged batch as the bytes that copy sends, text format.

COPY storage_bench.:"table" TO STDOUT;
