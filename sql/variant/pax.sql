-- PAX: columns within row groups, with min/max and bloom statistics, and z-order clustering on
-- call_hour and cell_tower_id. The cluster options act in CLUSTER only, not in INSERT.
--   psql -v table=cdr_pax -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/pax.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING pax
WITH (
    storage_format = porc,
    compresstype = zstd,
    compresslevel = 5,
    bloomfilter_columns = 'caller_number,callee_number',
    minmax_columns = 'call_date,call_hour,caller_number,callee_number,cell_tower_id,duration_seconds,call_type,termination_code,billing_amount',
    cluster_type = zorder,
    cluster_columns = 'call_hour,cell_tower_id'
)
:distribution;
