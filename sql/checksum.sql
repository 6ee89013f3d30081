-- Number of rows and their order-independent checksum: the sum of a 64-bit hash of all 18 columns.
-- Each column is hashed with the hash of the columns before it as the seed.
--   psql -v table=cdr_ao -f sql/checksum.sql

SELECT count(*) AS row_count,
       coalesce(sum(
           hashint8extended(sequence_number,
           hash_numeric_extended(packet_loss_percent,
           hash_numeric_extended(call_quality_mos,
           hashint4extended(is_roaming::integer,
           hashint4extended(rate_plan_id,
           hash_numeric_extended(billing_amount,
           hashint4extended(termination_code,
           hashint8extended(coalesce(bytes_transferred, -1),
           hashtextextended(network_type,
           hashtextextended(call_type,
           hashint4extended(cell_tower_id,
           hashint4extended(duration_seconds,
           hashtextextended(callee_number,
           hashtextextended(caller_number,
           hashint4extended(call_hour,
           hashint4extended(call_date - date '2000-01-01',
           timestamp_hash_extended(call_timestamp,
           hashtextextended(call_id, 0)))))))))))))))))))
       , 0) AS checksum
FROM storage_bench.:"table";
