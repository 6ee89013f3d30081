-- ticks: trades of a stock exchange. 5,000 symbols by a power law, a price that walks for each symbol,
-- bid and ask near it, and a checksum of 64 hexadecimal digits.
--   psql -v template=ticks -v table=ticks -v first=1 -v last=1000 -f sql/workload/ticks.sql

CREATE TABLE storage_bench.:"template" (
    trade_id        text          NOT NULL,
    trade_time      timestamp     NOT NULL,  -- with microseconds
    trade_date      date          NOT NULL,
    symbol          text          NOT NULL,
    exchange        text          NOT NULL,  -- 20
    price           numeric(18,6) NOT NULL,
    quantity        integer       NOT NULL,
    volume          bigint        NOT NULL,
    trade_value     numeric(18,2) NOT NULL,
    bid             numeric(18,6) NOT NULL,
    ask             numeric(18,6) NOT NULL,
    bid_size        integer       NOT NULL,
    ask_size        integer       NOT NULL,
    trade_type      text          NOT NULL,
    side            text          NOT NULL,
    condition       text          NOT NULL,
    currency        text          NOT NULL,
    settlement      text          NOT NULL,
    spread_bps      numeric(8,4)  NOT NULL,
    block_trade     boolean       NOT NULL,  -- true in 2 %
    sequence_number bigint        NOT NULL,
    checksum        text          NOT NULL
) USING heap;

CREATE INDEX ON storage_bench.:"template" (trade_time);
CREATE INDEX ON storage_bench.:"template" (trade_id);
CREATE INDEX ON storage_bench.:"template" (symbol);
CREATE INDEX ON storage_bench.:"template" (exchange);
CREATE INDEX ON storage_bench.:"template" (trade_date);

INSERT INTO storage_bench.:"table"
SELECT 'T' || lpad(n::text, 15, '0'),
       at,
       at::date,
       chr((65 + symbol % 26)::integer) || chr((65 + symbol / 26 % 26)::integer) || chr((65 + symbol / 676)::integer) || symbol % 10,
       'X' || 10 + (draw >> 5) % 20,
       price * 0.000001,
       100 * quantity,
       quantity * 100 * (1 + (draw >> 14) % 50),
       price * quantity * 0.0001,
       (price - spread) * 0.000001,
       (price + spread) * 0.000001,
       100 * (1 + (draw >> 20) % 40),
       100 * (1 + (draw >> 26) % 40),
       (ARRAY['regular', 'regular', 'regular', 'odd-lot', 'auction'])[1 + (draw >> 32) % 5],
       (ARRAY['B', 'S', 'U'])[1 + (draw >> 35) % 3],
       (ARRAY['@', '@', '@', 'F', 'I', 'T', 'U', 'Z', 'O', 'C'])[1 + (draw >> 38) % 10],
       (ARRAY['USD', 'USD', 'USD', 'EUR', 'GBP', 'JPY'])[1 + symbol % 6],
       (ARRAY['T+1', 'T+1', 'T+2', 'T+0'])[1 + (draw >> 44) % 4],
       spread * 20000.0 / price,
       (draw >> 50) % 50 = 0,
       n,
       md5(n::text) || md5('c' || n)
FROM (
    SELECT n, at, draw, symbol, spread, quantity,
           -- From 10 to 500 by symbol; a triangle of 2,000 steps and some noise.
           10000000 + symbol * 98000 + abs((n / 5000 + symbol * 7) % 2000 - 1000) * 1700 + (draw >> 8) % 50000 AS price
    FROM (
        SELECT n,
               hashint8extended(n, 2) & 9223372036854775807 AS draw,
               -- The cube of a uniform draw: half of the trades are in an eighth of the symbols.
               uniform * uniform * uniform * 5000 >> 39 AS symbol,
               500 + (hashint8extended(n, 4) & 4095) AS spread,
               1 + (hashint8extended(n, 5) & 63) AS quantity,
               timestamp '2025-01-02 09:30' + (n - 1000000000) * interval '731 microseconds' AS at
        FROM generate_series(:first::bigint, :last::bigint) AS n,
             LATERAL (SELECT hashint8extended(n, 3) & 8191 AS uniform) AS power
        OFFSET 0
    ) AS drawn
) AS tick;
