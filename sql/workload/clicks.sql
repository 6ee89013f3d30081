-- clicks: events of a web shop. Wide and sparse: product, cart, order and campaign columns are null in
-- 60 to 97 %, URLs have 40-200 characters, ten columns have a few values.
--   psql -v template=clicks -v table=clicks -v first=1 -v last=1000 -f sql/workload/clicks.sql

CREATE TABLE storage_bench.:"template" (
    event_id         text          NOT NULL,
    event_time       timestamp     NOT NULL,
    event_date       date          NOT NULL,
    session_id       text          NOT NULL,  -- of about 16 events
    visitor_id       text          NOT NULL,
    user_id          bigint,                  -- null in 60 %
    event_type       text          NOT NULL,
    page_url         text          NOT NULL,
    referrer_url     text,                    -- null in 60 %
    page_category    text          NOT NULL,
    product_id       bigint,                  -- these five null in 60 %
    product_name     text,
    product_category text,
    product_brand    text,
    product_price    numeric(10,2),
    quantity         integer,                 -- null in 90 %
    cart_id          text,                    -- these three null in 85 %
    cart_value       numeric(12,2),
    cart_items       integer,
    coupon_code      text,                    -- these four null in 97 %
    order_id         text,
    order_total      numeric(12,2),
    payment_method   text,
    campaign         text,                    -- these three null in 80 %
    campaign_source  text,
    campaign_medium  text,
    search_terms     text,                    -- null in 90 %
    device_type      text          NOT NULL,
    browser          text          NOT NULL,
    operating_system text          NOT NULL,
    country          text          NOT NULL,
    language         text          NOT NULL,
    screen           text          NOT NULL,
    is_mobile        boolean       NOT NULL,
    duration_ms      integer       NOT NULL,
    scroll_percent   integer       NOT NULL,
    sequence_number  bigint        NOT NULL
) USING heap;

CREATE INDEX ON storage_bench.:"template" (event_time);
CREATE INDEX ON storage_bench.:"template" (event_id);
CREATE INDEX ON storage_bench.:"template" (session_id);
CREATE INDEX ON storage_bench.:"template" (product_id);
CREATE INDEX ON storage_bench.:"template" (event_date);

INSERT INTO storage_bench.:"table"
SELECT 'ev-' || to_hex(n) || '-' || to_hex(draw & 65535),
       at,
       at::date,
       md5('s' || session),
       to_hex(visit >> 20),
       CASE WHEN visit % 10 >= 6 THEN 1000 + (visit >> 8) % 500000 END,
       (ARRAY['view', 'view', 'view', 'view', 'scroll', 'scroll', 'click', 'click', 'search', 'cart'])[1 + (draw >> 4) % 10],
       'https://shop.example.com/' || (draw >> 8) % 40 || '/' || CASE WHEN of_product THEN 'product/' || product || '?color=' || product % 12 ELSE 'list?page=' || (draw >> 14) % 30 END
           || repeat('&filter=' || (draw >> 20) % 100, ((draw >> 28) % 12)::integer),
       CASE WHEN (draw >> 32) % 10 >= 6 THEN 'https://search.example.org/results?q=' || (draw >> 36) % 10000 || repeat('&lang=en', ((draw >> 34) % 10)::integer) END,
       (ARRAY['home', 'list', 'list', 'product', 'product', 'product', 'checkout', 'account'])[1 + (draw >> 40) % 8],
       CASE WHEN of_product THEN product END,
       CASE WHEN of_product THEN 'Product ' || product || ' of series ' || product % 90 END,
       CASE WHEN of_product THEN 'category-' || product % 60 END,
       CASE WHEN of_product THEN 'brand-' || product % 300 END,
       CASE WHEN of_product THEN (199 + product % 900 * 100) * 0.01 END,
       CASE WHEN other % 10 = 0 THEN 1 + (other >> 4) % 3 END,
       CASE WHEN in_cart THEN to_hex(visit) END,
       CASE WHEN in_cart THEN (other >> 8) % 50000 * 0.01 END,
       CASE WHEN in_cart THEN 1 + (other >> 12) % 8 END,
       CASE WHEN ordered THEN 'SAVE' || 5 * (1 + (other >> 16) % 6) END,
       CASE WHEN ordered THEN 'o-' || to_hex(other) END,
       CASE WHEN ordered THEN (1000 + (other >> 20) % 90000) * 0.01 END,
       CASE WHEN ordered THEN (ARRAY['card', 'card', 'wallet', 'invoice'])[1 + (other >> 24) % 4] END,
       CASE WHEN of_campaign THEN 'spring-sale-' || (visit >> 16) % 40 END,
       CASE WHEN of_campaign THEN (ARRAY['newsletter', 'search', 'social'])[1 + (visit >> 24) % 3] END,
       CASE WHEN of_campaign THEN (ARRAY['email', 'cpc', 'banner'])[1 + (visit >> 26) % 3] END,
       CASE WHEN (other >> 28) % 10 = 0 THEN 'shoes size ' || 36 + (other >> 32) % 12 || ' color ' || (other >> 36) % 9 END,
       (ARRAY['phone', 'phone', 'desktop', 'tablet'])[1 + (visit >> 28) % 4],
       (ARRAY['Chrome', 'Chrome', 'Safari', 'Firefox', 'Edge'])[1 + (visit >> 32) % 5],
       (ARRAY['Android', 'iOS', 'Windows', 'macOS', 'Linux'])[1 + (visit >> 36) % 5],
       (ARRAY['DE', 'FR', 'GB', 'US', 'NL', 'SE', 'PL', 'ES'])[1 + (visit >> 40) % 8],
       (ARRAY['de', 'fr', 'en', 'en', 'nl', 'sv', 'pl', 'es'])[1 + (visit >> 40) % 8],
       (ARRAY['390x844', '1920x1080', '1536x864', '820x1180'])[1 + (visit >> 28) % 4],
       (visit >> 28) % 4 < 2,
       20 + (other >> 40) % 250 * ((other >> 48) % 250),
       (other >> 56) % 101,
       n
FROM (
    SELECT n, at, session, visit, draw, other,
           1 + (draw >> 44) % 30000 AS product,
           draw % 10 >= 6 AS of_product,
           other % 20 < 3 AS in_cart,
           other % 100 < 3 AS ordered,
           (visit >> 4) % 5 = 0 AS of_campaign
    FROM (
        SELECT n,
               session,
               hashint8extended(session, 1) & 9223372036854775807 AS visit,
               hashint8extended(n, 2) & 9223372036854775807 AS draw,
               hashint8extended(n, 3) & 9223372036854775807 AS other,
               timestamp '2025-01-01' + (n - 1000000000) * interval '2 milliseconds' AS at
        FROM generate_series(:first::bigint, :last::bigint) AS n,
             -- 300 sessions at a time, each event of one that is chosen anew.
             LATERAL (SELECT n / 4800 * 300 + (hashint8extended(n, 4) & 1048575) % 300 AS session) AS visits
        OFFSET 0
    ) AS drawn
) AS event;
