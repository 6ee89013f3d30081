-- Sorts the rows of a PAX table by its cluster columns, which INSERT does not.
--   psql -v table=cdr_pax -f sql/cluster.sql

CLUSTER storage_bench.:"table";
