-- The measured statement of insertSelect: one staged batch into the table under test.
--   psql -v table=cdr_ao -v staged=staged_1 -f sql/insert_select.sql

INSERT INTO storage_bench.:"table"
SELECT * FROM storage_bench.:"staged";
