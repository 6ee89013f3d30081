package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.results.Params;
import storagebench.run.plan.Benchmarks;
import storagebench.server.SqlScript;

/**
 * The DDL of the variants as text: no server that the tests have can store PAX, so its options are
 * held against the documented ones.
 */
class VariantDdlTest {
  private static final Pattern OPTION = Pattern.compile("(\\w+) = (?:'([^']*)'|(\\w+))");
  private static final Pattern COLUMN = Pattern.compile("(?m)^ {4}(\\w+) +([a-z]+)");

  /** What PAX takes; a list of columns has null. */
  private static final Map<String, Set<String>> PAX_OPTIONS = new TreeMap<>();

  static {
    PAX_OPTIONS.put("storage_format", Set.of("porc", "porc_vec"));
    PAX_OPTIONS.put("compresstype", Set.of("none", "rle", "delta", "zstd", "zlib"));
    PAX_OPTIONS.put("cluster_type", Set.of("zorder", "lexical"));
    PAX_OPTIONS.put("minmax_columns", null);
    PAX_OPTIONS.put("bloomfilter_columns", null);
    PAX_OPTIONS.put("cluster_columns", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAX", "PAX_NO_CLUSTER"})
  void paxOptionsAreDocumentedOnes(Variant variant) {
    Map<String, String> options = options(variant);
    int level = Integer.parseInt(options.remove("compresslevel"));

    assertThat(level).isBetween(0, 19);
    assertThat(options).isNotEmpty();
    options.forEach(
        (name, value) -> {
          assertThat(PAX_OPTIONS).containsKey(name);
          if (PAX_OPTIONS.get(name) != null) {
            assertThat(PAX_OPTIONS.get(name)).contains(value);
          } else {
            assertThat(columns(value)).doesNotHaveDuplicates().isSubsetOf(tableColumns().keySet());
          }
        });
  }

  @Test
  void paxIsWhatTheWorkloadDefines() {
    assertThat(options(Variant.PAX))
        .containsOnly(
            Map.entry("storage_format", "porc"),
            Map.entry("compresstype", "zstd"),
            Map.entry("compresslevel", "5"),
            Map.entry("bloomfilter_columns", "caller_number,callee_number"),
            Map.entry(
                "minmax_columns",
                "call_date,call_hour,caller_number,callee_number,cell_tower_id,duration_seconds,"
                    + "call_type,termination_code,billing_amount"),
            Map.entry("cluster_type", "zorder"),
            Map.entry("cluster_columns", "call_hour,cell_tower_id"));
  }

  @Test
  void paxNoClusterIsPaxWithoutTheTwoClusterOptions() {
    Map<String, String> options = options(Variant.PAX);
    options.keySet().removeAll(Set.of("cluster_type", "cluster_columns"));

    assertThat(options(Variant.PAX_NO_CLUSTER)).isEqualTo(options);
  }

  @Test
  void paxClustersByNoColumnOfATypeThatItRejects() {
    Map<String, String> types = tableColumns();

    assertThat(columns(options(Variant.PAX).get("cluster_columns")))
        .isNotEmpty()
        .extracting(types::get)
        .doesNotContain("timestamp", "numeric");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AO", "AOCO"})
  void appendOptimizedVariantsHaveCompressionAndTheServersBlockSize(Variant variant) {
    assertThat(options(variant))
        .containsOnly(
            Map.entry("compresstype", "zstd"),
            Map.entry("compresslevel", "5"),
            Map.entry("blocksize", "32768"));
  }

  @ParameterizedTest
  @CsvSource({
    "AO, compresslevel, 19, 19",
    "AOCO, compresstype, rle_type, rle_type",
    "AO, blocksize, 2097152, 2097152",
    "PAX, storage_format, porc_vec, porc_vec",
    "PAX, bloomfilter_columns, call_id, call_id",
    "PAX_NO_CLUSTER, minmax_columns, call_id+call_date, 'call_id,call_date'",
    "PAX, bloomfilter_columns, none, ''"
  })
  void anOptionIsInTheDdlAndInResultsAsItWasAsked(
      Variant variant, String option, String asked, String written) {
    Variant chosen = variant.with(Map.of(option, asked));

    assertThat(options(chosen)).containsEntry(option, written);
    assertThat(chosen.parameter(option)).isEqualTo(asked);
    assertThat(options(variant.with(Map.of(option, Params.DEFAULT)))).isEqualTo(options(variant));
  }

  @Test
  void whatDoesNotApplyIsRecordedAsSuch() {
    for (String option : Params.OPTIONS) {
      assertThat(Variant.HEAP.with(Map.of(option, "1")).parameter(option)).isEqualTo("-");
    }
    Variant none = Variant.AO.with(Map.of("compresstype", "none", "compresslevel", "9"));
    assertThat(none.parameter("compresslevel")).isEqualTo("-");
    assertThat(options(none)).containsEntry("compresslevel", "0");
    assertThat(none).isEqualTo(Variant.AO.with(Map.of("compresstype", "none")));
    assertThat(Variant.PAX.with(Map.of("compresstype", "delta")).parameter("compresslevel"))
        .isEqualTo("-");
    assertThat(Variant.AO.parameter("bloomfilter_columns")).isEqualTo("-");
  }

  @Test
  void everyVariantAndEveryVariableOfTheirFilesIsAParameter() {
    Map<String, String[]> parameters = Benchmarks.ofStorage().iterator().next().getParams().get();
    Set<String> variables = new TreeSet<>();
    for (Variant variant : Variant.values()) {
      variables.addAll(variant.file().defaults().keySet());
    }

    assertThat(parameters.get(Params.VARIANT))
        .containsExactly(Arrays.stream(Variant.values()).map(Variant::name).toArray(String[]::new));
    assertThat(Params.OPTIONS).containsExactlyInAnyOrderElementsOf(variables);
    assertThat(parameters.keySet()).containsAll(variables);
  }

  /** Results of runs from before options could be chosen do not say them. */
  @Test
  void whatAVariantsFileSaysIsWhatWasMeasuredBeforeOptionsCouldBeChosen() {
    for (Variant variant : Variant.values()) {
      for (String option : Params.OPTIONS) {
        assertThat(variant.parameter(option)).isEqualTo(Params.usual(variant.name(), option));
      }
    }
  }

  /** Naming the list takes a right to its schema that only superusers have. */
  @Test
  void theListOfPaxFilesIsSizedWithoutNamingIt() {
    List<String> queries = Variant.PAX.sizes().statements(Map.of("table", "t"));

    assertThat(queries.get(1))
        .contains("pg_total_relation_size(list.oid) AS auxiliary_bytes")
        .contains("nspname = 'pg_ext_aux'")
        .doesNotContain("pg_ext_aux.");
  }

  @Test
  void heapHasNoOptions() {
    assertThat(options(Variant.HEAP)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HEAP, heap", "AO, ao_row", "AOCO, ao_column", "PAX, pax", "PAX_NO_CLUSTER, pax"})
  void everyVariantHasItsAccessMethodAndTheColumnsOfTheRecord(Variant variant, String method) {
    String ddl = variant.ddl().statement(BenchDatabase.variables("t"));

    assertThat(ddl)
        .startsWith("CREATE TABLE storage_bench.\"t\" (LIKE storage_bench.call_detail_record)")
        .containsPattern("USING " + method + "\\b");
    if (variant != Variant.HEAP) {
      assertThat(ddl).endsWith("DISTRIBUTED BY (call_id)");
    }
  }

  @Test
  void theRecordHasTheEighteenColumnsOfTheWorkload() {
    assertThat(tableColumns().keySet())
        .containsExactly(
            "call_id",
            "call_timestamp",
            "call_date",
            "call_hour",
            "caller_number",
            "callee_number",
            "duration_seconds",
            "cell_tower_id",
            "call_type",
            "network_type",
            "bytes_transferred",
            "termination_code",
            "billing_amount",
            "rate_plan_id",
            "is_roaming",
            "call_quality_mos",
            "packet_loss_percent",
            "sequence_number");
  }

  private static Map<String, String> options(Variant variant) {
    Map<String, String> options = new TreeMap<>();
    Matcher matcher = OPTION.matcher(variant.ddl().statement(BenchDatabase.variables("t")));
    while (matcher.find()) {
      options.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }
    return options;
  }

  private static List<String> columns(String list) {
    return Arrays.asList(list.split(","));
  }

  /** Names and types, in order. */
  private static Map<String, String> tableColumns() {
    String table =
        SqlScript.named("schema").statements(Map.of()).stream()
            .filter(statement -> statement.contains("TABLE storage_bench.call_detail_record"))
            .collect(Collectors.joining());
    Map<String, String> columns = new LinkedHashMap<>();
    Matcher matcher = COLUMN.matcher(table);
    while (matcher.find()) {
      columns.put(matcher.group(1), matcher.group(2));
    }
    return columns;
  }
}
