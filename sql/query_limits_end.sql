-- After such queries: what comes next may write, and take as long as it takes.
--   psql -f sql/query_limits_end.sql

RESET statement_timeout;
RESET default_transaction_read_only;
