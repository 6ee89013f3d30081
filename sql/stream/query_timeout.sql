-- For the queries of a stream: the server stops one that takes longer.
--   psql -v timeout=600s -f sql/stream/query_timeout.sql

SET statement_timeout = :'timeout';
