-- Who called most in an hour.
SELECT caller_number, count(*) FROM :table GROUP BY caller_number ORDER BY 2 DESC, 1 LIMIT 10;
-- One column of all rows.
SELECT sum(billing_amount) FROM :table;
-- All columns of a few rows.
SELECT * FROM :table WHERE call_id = (SELECT min(call_id) FROM :table);
