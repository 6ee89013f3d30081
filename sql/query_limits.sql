-- For queries by the clock: they change nothing, and the server stops one that takes longer. A timeout
-- that it does not take leaves the session as it was.
--   psql -v timeout=600s -f sql/query_limits.sql

SET statement_timeout = :'timeout';
SET default_transaction_read_only = on;
