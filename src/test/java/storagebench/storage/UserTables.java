package storagebench.storage;

import java.sql.SQLException;
import storagebench.fixture.TwentyTypes;

/** Tables of the user's of every kind that holds rows. */
final class UserTables {
  private UserTables() {}

  /** Makes them. */
  static void create(BenchDatabase database) throws SQLException {
    database.execute(TwentyTypes.statements());
    database.execute(
        "DROP TABLE IF EXISTS public.parted",
        "CREATE VIEW public.seen AS SELECT * FROM " + TwentyTypes.NAME + " WHERE id > 20",
        "CREATE TABLE public.parted (k integer, t text) PARTITION BY RANGE (k)",
        "CREATE TABLE public.parted_1 PARTITION OF public.parted FOR VALUES FROM (0) TO (50)",
        "CREATE TABLE public.parted_2 PARTITION OF public.parted FOR VALUES FROM (50) TO (500)",
        "INSERT INTO public.parted SELECT i, md5(i::text) FROM generate_series(1, 120) AS i",
        "CREATE INDEX ON public.parted (k)");
  }
}
