-- logs: lines of applications. Unique request and trace ids, user and session null in 30 %, error code
-- and stack trace null in 95 %, else 1-4 kB of repetitive text.
--   psql -v template=logs -v table=logs -v first=1 -v last=1000 -f sql/workload/logs.sql

CREATE TABLE storage_bench.:"template" (
    request_id      text          NOT NULL,  -- 32 hexadecimal digits
    log_time        timestamp     NOT NULL,
    log_date        date          NOT NULL,
    application     text          NOT NULL,  -- 200
    level           text          NOT NULL,  -- INFO in 80 %
    trace_id        text          NOT NULL,  -- 32 hexadecimal digits
    user_id         bigint,
    session_id      text,
    error_code      text,
    stack_trace     text,
    method          text          NOT NULL,
    path            text          NOT NULL,  -- 500
    status          integer       NOT NULL,
    response_ms     numeric(10,3) NOT NULL,  -- a product of draws: close to log-normal
    message         text          NOT NULL,  -- 40-200 characters
    environment     text          NOT NULL,
    region          text          NOT NULL,
    hostname        text          NOT NULL,
    sequence_number bigint        NOT NULL
) USING heap;

CREATE INDEX ON storage_bench.:"template" (log_time);
CREATE INDEX ON storage_bench.:"template" (request_id);
CREATE INDEX ON storage_bench.:"template" (application);
CREATE INDEX ON storage_bench.:"template" (path);
CREATE INDEX ON storage_bench.:"template" (log_date);

INSERT INTO storage_bench.:"table"
SELECT md5(n::text),
       at,
       at::date,
       'app-' || draw % 200,
       CASE WHEN failed THEN 'ERROR' WHEN (draw >> 8) % 19 < 16 THEN 'INFO' WHEN (draw >> 8) % 19 < 18 THEN 'DEBUG' ELSE 'WARN' END,
       md5('t' || n),
       CASE WHEN (draw >> 12) % 10 >= 3 THEN 100000 + (draw >> 16) % 900000 END,
       CASE WHEN (draw >> 12) % 10 >= 3 THEN to_hex(other) END,
       CASE WHEN failed THEN 'E' || 1000 + other % 60 END,
       CASE WHEN failed THEN
           'java.lang.IllegalStateException: state ' || other % 60
           || repeat(chr(10) || chr(9) || 'at com.example.app.service.Handler' || other % 20 || '.handle(Handler.java:' || 100 + other % 400 || ')',
                     (16 + other % 46)::integer)
       END,
       (ARRAY['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE'])[1 + (draw >> 24) % 8],
       '/api/v' || 1 + (draw >> 28) % 2 || '/resource-' || (draw >> 30) % 250,
       CASE WHEN failed THEN 500 ELSE (ARRAY[200, 200, 200, 200, 200, 200, 201, 204, 302, 404])[1 + (draw >> 40) % 10] END,
       (1 + other % 32) * (1 + (other >> 5) % 32) * (1 + (other >> 10) % 32) * (1 + (other >> 15) % 32) * 0.001,
       CASE other % 4
           WHEN 0 THEN 'Request completed in ' || (other >> 20) % 5000 || ' ms'
               || repeat(' with ' || (other >> 24) % 100 || ' rows', (2 + (other >> 30) % 4)::integer)
           WHEN 1 THEN 'Cache miss for key item:' || (other >> 20) % 1000000
               || repeat('; loading from the database', (1 + (other >> 30) % 5)::integer)
           WHEN 2 THEN 'User authenticated by token, valid for ' || (other >> 20) % 3600 || ' seconds'
               || repeat('; scope ' || (other >> 34) % 9, ((other >> 30) & 15)::integer)
           ELSE 'Queue orders-' || (other >> 20) % 16 || ' has ' || (other >> 24) % 10000
               || ' messages, oldest ' || (other >> 38) % 600 || ' seconds'
       END,
       (ARRAY['production', 'production', 'production', 'staging'])[1 + (draw >> 44) % 4],
       (ARRAY['eu-west', 'eu-north', 'us-east', 'us-west', 'ap-south'])[1 + (draw >> 46) % 5],
       'host-' || (draw >> 50) % 400 || '.example.com',
       n
FROM (
    SELECT n, at, draw, other, draw % 20 = 7 AS failed
    FROM (
        SELECT n,
               hashint8extended(n, 2) & 9223372036854775807 AS draw,
               hashint8extended(n, 3) & 9223372036854775807 AS other,
               timestamp '2025-01-01' + (n - 1000000000) * interval '1900 microseconds' AS at
        FROM generate_series(:first::bigint, :last::bigint) AS n
        OFFSET 0
    ) AS drawn
) AS line;
