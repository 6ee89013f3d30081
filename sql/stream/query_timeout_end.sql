-- After the queries of a stream: what comes next may take as long as it takes.
--   psql -f sql/stream/query_timeout_end.sql

RESET statement_timeout;
