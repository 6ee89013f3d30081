-- For queries by the clock: they change nothing, and the server stops one that takes longer.
--   psql -v timeout=600s -f sql/query_limits.sql

SET default_transaction_read_only = on;
SET statement_timeout = :'timeout';
