-- PAX_NO_CLUSTER: as PAX, without the two cluster options.
--   psql -v table=cdr_pax_no_cluster -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/pax_no_cluster.sql
-- Options are those below unless others are given, such as -v compresslevel=1; a list may be empty:
--   psql -v table=cdr_pax_no_cluster -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -v bloomfilter_columns= -v minmax_columns=call_date -f sql/variant/pax_no_cluster.sql

\if :{?storage_format} \else \set storage_format porc \endif
\if :{?compresstype} \else \set compresstype zstd \endif
\if :{?compresslevel} \else \set compresslevel 5 \endif
\if :{?bloomfilter_columns} \else \set bloomfilter_columns caller_number,callee_number \endif
\if :{?minmax_columns} \else \set minmax_columns call_date,call_hour,caller_number,callee_number,cell_tower_id,duration_seconds,call_type,termination_code,billing_amount \endif

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING pax
WITH (
    storage_format = :storage_format,
    compresstype = :compresstype,
    compresslevel = :compresslevel,
    bloomfilter_columns = :'bloomfilter_columns',
    minmax_columns = :'minmax_columns'
)
:distribution;
