-- your_table: put the name of the table here whose columns the new one is to have.

-- HEAP
CREATE TABLE "new_table" (LIKE your_table)
USING heap;

-- AOCO blocksize=131072 compresslevel=9
CREATE TABLE "new_table" (LIKE your_table)
USING ao_column
WITH (compresstype = zstd, compresslevel = 9, blocksize = 131072);

-- AOCO blocksize=131072 compresslevel=1
CREATE TABLE "new_table" (LIKE your_table)
USING ao_column
WITH (compresstype = zstd, compresslevel = 1, blocksize = 131072);
