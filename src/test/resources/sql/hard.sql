-- DDL that is hard to read: quotes' and; semicolons of :"nobody" in a comment;
/* and /* of 'a; comment */ in "a; comment */

CREATE TABLE storage_bench.:"table" (
    LIKE storage_bench.call_detail_record,
    "odd;""name -- :'table'" text DEFAULT 'semi;colon -- it''s /* no comment',
    CHECK (call_id <> E'it''s \'; -- \\'),
    CHECK (call_type <> E'one\';'
                         '\';two'),  -- a comment's quote
    CHECK (network_type::text <> U&'d\0061t;a' AND network_type <> '\'),
    CHECK (caller_number <> $$;'$$ AND callee_number <> $a$; $$ ; $b$ ; -- $a$),
    CHECK ((ARRAY[cell_tower_id, 2, 3])[1:2] <> '{1,2}'::integer[]),/*;*/
    CHECK (call_hour >= CASE WHEN is_roaming THEN 0 ELSE -1 END)
);

COMMENT ON TABLE storage_bench.:"table" IS 'a;b :"table" :''table'' -- c';
COMMENT ON COLUMN storage_bench.:table.call_id IS :'table';

CREATE RULE two AS ON DELETE TO storage_bench.:"table" DO INSTEAD (SELECT 1; SELECT 2);

CREATE OR REPLACE FUNCTION public.atomic(a$$b integer) RETURNS text LANGUAGE sql
BEGIN ATOMIC
    SELECT 'no end;';
    SELECT CASE WHEN a$$b > 0 THEN ';' END;
END;

DO $body$ BEGIN PERFORM ';'; PERFORM $$;$$; END $body$;

-- the last; comment
