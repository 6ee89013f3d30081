package storagebench.benchmark;

import java.util.Map;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import storagebench.results.Params;
import storagebench.storage.Variant;

/**
 * The table definition as parameters: a variant, and the options that its file leaves open. By
 * default they are what the file says. Names are those of the server and of the files' variables.
 */
@State(Scope.Benchmark)
public abstract class VariantParameters {
  /** The table definition. */
  @Param({"HEAP", "AO", "AOCO", "PAX", "PAX_NO_CLUSTER"})
  public String variant;

  /** Compression of the table. */
  @Param(Params.DEFAULT)
  public String compresstype;

  /** How much time is spent for smaller rows, as the compression counts it. */
  @Param(Params.DEFAULT)
  public String compresslevel;

  /** Bytes that are compressed at once. */
  @Param(Params.DEFAULT)
  public String blocksize;

  /** How PAX lays out its values. */
  @Param(Params.DEFAULT)
  public String storage_format;

  /** Columns of which PAX keeps a bloom filter. */
  @Param(Params.DEFAULT)
  public String bloomfilter_columns;

  /** Columns of which PAX keeps the least and the greatest value. */
  @Param(Params.DEFAULT)
  public String minmax_columns;

  /** Columns that CLUSTER sorts a PAX table by. */
  @Param(Params.DEFAULT)
  public String cluster_columns;

  /** The definition that they make. */
  public final Variant definition() {
    return Variant.named(variant).with(options());
  }

  /** The options by name. */
  final Map<String, String> options() {
    return Map.of(
        "compresstype", compresstype,
        "compresslevel", compresslevel,
        "blocksize", blocksize,
        "storage_format", storage_format,
        "bloomfilter_columns", bloomfilter_columns,
        "minmax_columns", minmax_columns,
        "cluster_columns", cluster_columns);
  }
}
