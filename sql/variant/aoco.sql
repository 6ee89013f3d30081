-- AOCO: append-optimized columns.
--   psql -v table=cdr_aoco -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/aoco.sql
-- Options are those below unless others are given, such as -v compresslevel=1.

\if :{?compresstype} \else \set compresstype zstd \endif
\if :{?compresslevel} \else \set compresslevel 5 \endif
\if :{?blocksize} \else \set blocksize 32768 \endif

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING ao_column
WITH (compresstype = :compresstype, compresslevel = :compresslevel, blocksize = :blocksize)
:distribution;
