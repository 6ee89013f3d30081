-- Puts a slice of numbered rows into a staged table, as often as the batch repeats it.
--   psql -v table=staged_2 -v numbered=staged_1 -v list='id, total' -v times=1 -v first=0 -v last=99999 -f sql/source/slice.sql

INSERT INTO storage_bench.:"table"
SELECT :list
FROM generate_series(1, :times) AS repetition
CROSS JOIN storage_bench.:"numbered"
WHERE number_of_row BETWEEN :first AND :last;
