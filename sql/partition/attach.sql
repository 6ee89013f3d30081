-- Makes an empty table the partition of one hour of one day; the end is exclusive.
--   psql -v table=cdr_ao -v partition=cdr_ao_00 -v date=2025-01-01 -v hour=0 -v end=1 -f sql/partition/attach.sql

ALTER TABLE storage_bench.:"table"
ATTACH PARTITION storage_bench.:"partition"
FOR VALUES FROM (:'date', :'hour') TO (:'date', :'end');
