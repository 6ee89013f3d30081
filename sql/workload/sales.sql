-- sales: lines of a retailer's receipts over two years, in order. Customers, products and stores by
-- power laws, discount null in 70 %, comment null in 90 %.
--   psql -v template=sales -v table=sales -v first=1 -v last=1000 -f sql/workload/sales.sql

CREATE TABLE storage_bench.:"template" (
    sale_id         bigint        NOT NULL,
    sale_date       date          NOT NULL,
    sale_time       timestamp     NOT NULL,
    store_id        integer       NOT NULL,  -- 1-800
    customer_id     bigint        NOT NULL,  -- 1-2 million
    product_id      integer       NOT NULL,  -- 1-50,000
    category        text          NOT NULL,  -- by product
    brand           text          NOT NULL,  -- by product
    quantity        integer       NOT NULL,
    unit_price      numeric(14,2) NOT NULL,  -- by product
    gross_amount    numeric(14,2) NOT NULL,
    discount        numeric(14,2),           -- null in 70 %
    tax_amount      numeric(14,2) NOT NULL,
    net_amount      numeric(14,2) NOT NULL,
    cost_amount     numeric(14,2) NOT NULL,
    currency        text          NOT NULL,
    status          text          NOT NULL,
    channel         text          NOT NULL,
    payment_method  text          NOT NULL,
    promotion_id    integer,                 -- null in 85 %
    employee_id     integer       NOT NULL,
    region          text          NOT NULL,  -- by store
    comment         text,                    -- null in 90 %
    loyalty_points  integer       NOT NULL,
    sequence_number bigint        NOT NULL
) USING heap;

CREATE INDEX ON storage_bench.:"template" (sale_time);
CREATE INDEX ON storage_bench.:"template" (sale_id);
CREATE INDEX ON storage_bench.:"template" (customer_id);
CREATE INDEX ON storage_bench.:"template" (product_id);
CREATE INDEX ON storage_bench.:"template" (sale_date);

INSERT INTO storage_bench.:"table"
SELECT n,
       at::date,
       at,
       store,
       customer,
       product,
       'category-' || product % 40,
       'brand-' || product % 700,
       quantity,
       price * 0.01,
       price * quantity * 0.01,
       CASE WHEN draw % 10 >= 7 THEN price * quantity * (1 + (draw >> 4) % 6) * 0.0005 END,
       price * quantity * 0.0019,
       price * quantity * 0.0081,
       price * quantity * 0.006,
       (ARRAY['EUR', 'EUR', 'EUR', 'CHF', 'GBP'])[1 + store % 5],
       (ARRAY['completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'returned', 'cancelled', 'pending'])[1 + (draw >> 8) % 10],
       (ARRAY['store', 'store', 'store', 'web', 'phone'])[1 + (draw >> 12) % 5],
       (ARRAY['card', 'card', 'cash', 'wallet', 'invoice'])[1 + (draw >> 16) % 5],
       CASE WHEN (draw >> 20) % 20 < 3 THEN 1 + (draw >> 24) % 200 END,
       store * 20 + (draw >> 32) % 20,
       (ARRAY['north', 'south', 'east', 'west'])[1 + store % 4],
       CASE WHEN (draw >> 37) % 10 = 0 THEN 'Customer asked for ' || (ARRAY['a gift box', 'delivery on ' || at::date + 3, 'an invoice'])[1 + (draw >> 41) % 3] END,
       price * quantity / 1000,
       n
FROM (
    SELECT n, at, draw, store, customer, product,
           1 + (draw >> 44) % 5 AS quantity,
           199 + (hashint8extended(product, 9) & 16383) AS price
    FROM (
        SELECT n,
               hashint8extended(n, 2) & 9223372036854775807 AS draw,
               -- Squares and cubes of uniform draws.
               1 + ((hashint8extended(n, 3) & 1023) * (hashint8extended(n, 3) & 1023) * 800 >> 20) AS store,
               1 + ((hashint8extended(n, 4) & 1048575) * (hashint8extended(n, 4) & 1048575) >> 20) * 2000000 / 1048576 AS customer,
               1 + ((hashint8extended(n, 5) & 65535) * (hashint8extended(n, 5) & 65535) * 50000 >> 32) AS product,
               timestamp '2024-01-01' + (n - 1000000000) * interval '3 seconds' AS at
        FROM generate_series(:first::bigint, :last::bigint) AS n
        OFFSET 0
    ) AS drawn
) AS sale;
