-- Number of rows of any table and their order-independent checksum: the sum of a 64-bit hash of each
-- row's text, all columns of it.
--   psql -v relation=public.orders -f sql/source/checksum.sql

SELECT count(*) AS row_count,
       coalesce(sum(hashtextextended(whole_row::text, 0)), 0) AS checksum
FROM :relation AS whole_row;
