-- The schema that the suite creates and marks as its own. Everything it makes is in here.
--   psql -f sql/schema.sql

CREATE SCHEMA storage_bench;

COMMENT ON SCHEMA storage_bench IS 'cloudberry-storage-benchmarks: made and dropped by the suite';

-- USING heap, whatever default_table_access_method is: a list that rows are deleted from is no table
-- for the append-optimized methods.

-- The call detail record. Never filled: each table under test and each staged batch is made like it.
CREATE TABLE storage_bench.call_detail_record (
    call_id             text          NOT NULL,  -- 'call-', 12-digit sequence, '-', 8 hexadecimal digits
    call_timestamp      timestamp     NOT NULL,
    call_date           date          NOT NULL,
    call_hour           integer       NOT NULL,  -- 0-23
    caller_number       text          NOT NULL,  -- '+1-' and 10 digits
    callee_number       text          NOT NULL,
    duration_seconds    integer       NOT NULL,
    cell_tower_id       integer       NOT NULL,  -- 1-10000
    call_type           text          NOT NULL,  -- voice, sms, data
    network_type        text          NOT NULL,  -- 4G, 5G, 5G-mmWave
    bytes_transferred   bigint,                  -- null in 85 % of the rows
    termination_code    integer       NOT NULL,
    billing_amount      numeric(10,4) NOT NULL,
    rate_plan_id        integer,                 -- 1-50
    is_roaming          boolean,
    call_quality_mos    numeric(3,2),            -- 1.00-5.00
    packet_loss_percent numeric(5,2),            -- 0-100
    sequence_number     bigint                   -- the row's place in the stream
) USING heap;

-- What is staged: one row for each batch that waits in a table of its own.
CREATE TABLE storage_bench.staged_batch (
    relation   text    NOT NULL,
    seed       bigint  NOT NULL,
    first_row  bigint  NOT NULL,  -- sequence number
    row_count  integer NOT NULL,
    text_bytes bigint  NOT NULL,  -- size as COPY text
    checksum   bigint  NOT NULL   -- see checksum.sql
) USING heap;
