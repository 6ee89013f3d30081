package storagebench.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.CallDetailRecords;

class PastedTableTest {
  private static final Map<String, String> ORDERS =
      Map.of(
          "template", "workload_table_1",
          "distribution", "DISTRIBUTED BY (order_id)",
          "minmax_columns", "ordered_at,amount",
          "bloomfilter_columns", "customer",
          "cluster_columns", "");

  @TempDir private Path folder;

  private static PlannedCell cell(String variant, String workload, String... option) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("variant", variant);
    parameters.put("workload", workload);
    for (int i = 0; i < option.length; i += 2) {
      parameters.put(option[i], option[i + 1]);
    }
    PlannedCell named = new PlannedCell("a.B.insertSelect", parameters);
    return named.withOptions(named.variant().orElseThrow());
  }

  @Test
  void columnsThatNobodyChoseAreThoseOfTheWorkload() {
    assertThat(PastedTable.of(cell("PAX", "public.orders"), ORDERS))
        .isEqualTo(
            """
            CREATE TABLE "new_table" (LIKE public.orders)
            USING pax
            WITH (
                storage_format = porc,
                compresstype = zstd,
                compresslevel = 5,
                bloomfilter_columns = 'customer',
                minmax_columns = 'ordered_at,amount',
                cluster_type = zorder,
                cluster_columns = ''
            );
            """);
  }

  @Test
  void columnsThatWereChosenStay() {
    assertThat(
            PastedTable.of(
                cell("PAX", "public.orders", "minmax_columns", "amount+customer"), ORDERS))
        .contains("minmax_columns = 'amount,customer'", "bloomfilter_columns = 'customer'");
  }

  @Test
  void theSuitesOwnRowsAreOfNoTableOfTheUsers() {
    assertThat(PastedTable.of(cell("PAX", "cdr"), new CallDetailRecords().table()))
        .startsWith("CREATE TABLE \"new_table\" (LIKE your_table)\n")
        .contains("minmax_columns = 'call_date,", "cluster_columns = 'call_hour,cell_tower_id'")
        .doesNotContain("DISTRIBUTED");
    assertThat(PastedTable.of(cell("HEAP", "logs"), ORDERS)).contains("(LIKE your_table)");
    assertThat(PastedTable.of(cell("HEAP", "my.sql"), ORDERS)).contains("(LIKE your_table)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.orders", "shop.\"Order $1\""})
  void aDefinitionOfTheUsersMayQuoteNamesOrNot(String workload) throws IOException {
    for (String template : new String[] {":template", ":\"template\""}) {
      for (String table : new String[] {":table", ":\"table\""}) {
        Path file =
            Files.writeString(
                folder.resolve("my.sql"),
                "CREATE TABLE storage_bench." + table + " (LIKE storage_bench." + template + ");");

        assertThat(
                PastedTable.of(cell(file.toString(), workload), ORDERS)
                    .replace("\"new_table\"", "new_table"))
            .isEqualTo("CREATE TABLE new_table (LIKE " + workload + ");\n");
      }
    }
  }
}
