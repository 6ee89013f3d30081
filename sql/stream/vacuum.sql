-- After an insert that did not commit: its rows stay in a HEAP table until their space is free for
-- the rows to come. The other formats do not count them.
--   psql -v table=cdr_heap -f sql/stream/vacuum.sql

VACUUM storage_bench.:"table";
