-- PAX_NO_CLUSTER: as PAX, without the two cluster options.
--   psql -v table=cdr_pax_no_cluster -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/pax_no_cluster.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING pax
WITH (
    storage_format = porc,
    compresstype = zstd,
    compresslevel = 5,
    bloomfilter_columns = 'caller_number,callee_number',
    minmax_columns = 'call_date,call_hour,caller_number,callee_number,cell_tower_id,duration_seconds,call_type,termination_code,billing_amount'
)
:distribution;
