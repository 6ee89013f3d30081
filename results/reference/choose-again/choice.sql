-- your_table: put the name of the table here whose columns the new one is to have.

-- AO compresstype=none
CREATE TABLE "new_table" (LIKE your_table)
USING ao_row
WITH (compresstype = none, compresslevel = 0, blocksize = 32768);

-- AOCO blocksize=131072 compresslevel=3 compresstype=rle_type
CREATE TABLE "new_table" (LIKE your_table)
USING ao_column
WITH (compresstype = rle_type, compresslevel = 3, blocksize = 131072);

-- AOCO blocksize=131072 compresslevel=1
CREATE TABLE "new_table" (LIKE your_table)
USING ao_column
WITH (compresstype = zstd, compresslevel = 1, blocksize = 131072);
