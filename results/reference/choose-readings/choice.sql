-- AO blocksize=131072 compresstype=none
CREATE TABLE "new_table" (LIKE readings)
USING ao_row
WITH (compresstype = none, compresslevel = 0, blocksize = 131072);

-- AOCO blocksize=131072 compresslevel=1
CREATE TABLE "new_table" (LIKE readings)
USING ao_column
WITH (compresstype = zstd, compresslevel = 1, blocksize = 131072);
