-- What streams keep on the server, so that each can go on where it stopped.
--   psql -f sql/stream/journal.sql
-- USING heap, whatever default_table_access_method is: other access methods have no primary keys.

-- One row for each stream.
CREATE TABLE IF NOT EXISTS storage_bench.stream_run (
    run  text NOT NULL PRIMARY KEY,
    plan text NOT NULL  -- JSON: seed, batches, scale, variants and all else that it was begun with
) USING heap;

-- One row for each phase that has its tables.
CREATE TABLE IF NOT EXISTS storage_bench.stream_phase (
    run      text    NOT NULL,
    phase    integer NOT NULL,
    finished boolean NOT NULL,  -- all batches are in and verified
    PRIMARY KEY (run, phase)
) USING heap;

-- One row for each batch that is in a table, written by the transaction that inserts it. The key
-- keeps a batch from being inserted twice, whatever becomes of a client.
CREATE TABLE IF NOT EXISTS storage_bench.stream_batch (
    run        text    NOT NULL,
    phase      integer NOT NULL,
    variant    text    NOT NULL,
    batch      integer NOT NULL,  -- from 1
    row_count  integer NOT NULL,
    text_bytes bigint  NOT NULL,  -- size as COPY text
    checksum   bigint  NOT NULL,  -- see checksum.sql
    PRIMARY KEY (run, phase, variant, batch)
) USING heap;
