package storagebench.results;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names of the benchmarks' parameters, as in {@code -p} and in JMH's JSON. */
public final class Params {
  /** The table definition. */
  public static final String VARIANT = "variant";

  /** Where the rows come from. */
  public static final String WORKLOAD = "workload";

  /** The workload of what was measured before there was a choice. */
  public static final String CALL_DETAIL_RECORDS = "cdr";

  /** Rows of a batch. */
  public static final String BATCH_SIZE = "batchSize";

  /** Whether the table has indexes. */
  public static final String INDEXES = "indexes";

  /** Rows that are in the table before the first batch. */
  public static final String PRELOAD_ROWS = "preloadRows";

  /** The format of COPY. */
  public static final String FORMAT = "format";

  /** URLs from which segments fetch a batch; 0 for one for each. */
  public static final String STREAMS = "streams";

  /** The value of an option that is left to the definition and the workload. */
  public static final String DEFAULT = "default";

  /** Compressor of the table. */
  public static final String COMPRESSTYPE = "compresstype";

  /** How hard the compressor tries. */
  public static final String COMPRESSLEVEL = "compresslevel";

  /** The value of a parameter that means nothing to a cell, such as a level without compression. */
  public static final String NOT_APPLICABLE = "-";

  /**
   * Options of the table definition, by the names that the server and its catalog have for them, in
   * the order in which people read them.
   */
  public static final List<String> OPTIONS =
      List.of(
          COMPRESSTYPE,
          COMPRESSLEVEL,
          "blocksize",
          "storage_format",
          "bloomfilter_columns",
          "minmax_columns",
          "cluster_columns");

  private static final Map<String, String> APPEND_OPTIMIZED =
      Map.of(COMPRESSTYPE, "zstd", COMPRESSLEVEL, "5", "blocksize", "32768");

  /**
   * What the variants had before options could be chosen, and have where nobody chooses: a result
   * without an option was measured with it. Columns are those of the workload.
   */
  private static final Map<String, Map<String, String>> USUAL =
      Map.of(
          "AO",
          APPEND_OPTIMIZED,
          "AOCO",
          APPEND_OPTIMIZED,
          "PAX",
          pax("cluster_columns"),
          "PAX_NO_CLUSTER",
          pax());

  private Params() {}

  private static Map<String, String> pax(String... more) {
    Map<String, String> options = new TreeMap<>();
    options.put(COMPRESSTYPE, "zstd");
    options.put(COMPRESSLEVEL, "5");
    options.put("storage_format", "porc");
    options.put("bloomfilter_columns", DEFAULT);
    options.put("minmax_columns", DEFAULT);
    List.of(more).forEach(option -> options.put(option, DEFAULT));
    return options;
  }

  /**
   * The value of an option of a variant in results that do not say; not applying if it has none.
   */
  public static String usual(String variant, String option) {
    return USUAL.getOrDefault(variant, Map.of()).getOrDefault(option, NOT_APPLICABLE);
  }
}
