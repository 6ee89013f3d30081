-- PAX: columns within row groups, with min/max and bloom statistics, and z-order clustering on
-- call_hour and cell_tower_id. The cluster options act in CLUSTER only, not in INSERT.
--   psql -v table=cdr_pax -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/pax.sql
-- Options are those below unless others are given, such as -v compresslevel=1; a list may be empty.
-- All of them at once:
--   psql -v table=cdr_pax -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -v bloomfilter_columns= -v minmax_columns=call_date -v cluster_columns= -f sql/variant/pax.sql

\if :{?storage_format} \else \set storage_format porc \endif
\if :{?compresstype} \else \set compresstype zstd \endif
\if :{?compresslevel} \else \set compresslevel 5 \endif
\if :{?bloomfilter_columns} \else \set bloomfilter_columns caller_number,callee_number \endif
\if :{?minmax_columns} \else \set minmax_columns call_date,call_hour,caller_number,callee_number,cell_tower_id,duration_seconds,call_type,termination_code,billing_amount \endif
\if :{?cluster_columns} \else \set cluster_columns call_hour,cell_tower_id \endif

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING pax
WITH (
    storage_format = :storage_format,
    compresstype = :compresstype,
    compresslevel = :compresslevel,
    bloomfilter_columns = :'bloomfilter_columns',
    minmax_columns = :'minmax_columns',
    cluster_type = zorder,
    cluster_columns = :'cluster_columns'
)
:distribution;
