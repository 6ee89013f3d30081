-- readings: sensors. 4,000 devices report in turn; what they measure walks slowly for each device, and
-- a checksum of 64 hexadecimal digits does not compress.
--   psql -v template=readings -v table=readings -v first=1 -v last=1000 -f sql/workload/readings.sql

CREATE TABLE storage_bench.:"template" (
    device_id        text          NOT NULL,  -- 36 characters
    reading_time     timestamp     NOT NULL,
    reading_date     date          NOT NULL,
    sensor_type      integer       NOT NULL,  -- 1-100, by device
    temperature      numeric(6,2)  NOT NULL,
    humidity         numeric(5,2)  NOT NULL,
    pressure         numeric(7,2)  NOT NULL,
    battery_level    numeric(5,2)  NOT NULL,
    status           text          NOT NULL,
    alert            boolean       NOT NULL,  -- true in 1 %
    location         text          NOT NULL,  -- by device
    firmware_version text          NOT NULL,  -- 10, by device
    sequence_number  bigint        NOT NULL,
    checksum         text          NOT NULL
) USING heap;

CREATE INDEX ON storage_bench.:"template" (reading_time);
CREATE INDEX ON storage_bench.:"template" (device_id);
CREATE INDEX ON storage_bench.:"template" (sensor_type);
CREATE INDEX ON storage_bench.:"template" (location);
CREATE INDEX ON storage_bench.:"template" (reading_date);

INSERT INTO storage_bench.:"table"
SELECT 'dev-' || md5(device::text),
       at,
       at::date,
       1 + device_draw % 100,
       -- A walk is a triangle of 400 steps from a place of the device's own, and some noise.
       (abs((round + device_draw) % 400 - 200) * 10 + draw % 8 - 500) * 0.01,
       (abs((round + (device_draw >> 10)) % 400 - 200) * 20 + (draw >> 3) % 16 + 3000) * 0.01,
       (abs((round + (device_draw >> 20)) % 400 - 200) * 5 + (draw >> 7) % 4 + 100000) * 0.01,
       (10000 - (round + (device_draw >> 30)) % 8000) * 0.01,
       (ARRAY['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'degraded', 'offline', 'maintenance'])[1 + (draw >> 9) % 10],
       (draw >> 16) % 100 = 0,
       'building-' || device_draw % 50 || '/floor-' || (device_draw >> 8) % 12 || '/room-' || (device_draw >> 16) % 40,
       'v2.' || (device_draw >> 24) % 10 || '.0',
       n,
       md5(n::text) || md5('c' || n)
FROM (
    SELECT n,
           n % 4000 AS device,
           n / 4000 AS round,
           hashint8extended(n % 4000, 1) & 9223372036854775807 AS device_draw,
           hashint8extended(n, 2) & 9223372036854775807 AS draw,
           timestamp '2025-01-01' + (n - 1000000000) * interval '2 milliseconds' AS at
    FROM generate_series(:first::bigint, :last::bigint) AS n
    OFFSET 0
) AS reading;
