package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.table.Table;

/** Batches of many sizes in one table, as a stream has them. */
class MixedBatchSizeTest extends TableCase {
  private static final double[] ROWS = {1000, 1000, 9000, 1000, 9000, 9000, 1000, 9000};

  @Test
  void costsAreThoseOfTheLineThroughTheBatches() throws IOException {
    fork(text.add("a.B.day", "ss", "ms/op", "variant", "AO"), 10, 0.005);

    Table table = table("mixed-batch-size");

    assertThat(table.rows()).hasSize(2);
    assertThat(figure(table, 0, "batch_rows").value()).isEqualTo(1000);
    assertThat(figure(table, 1, "batch_rows").value()).isEqualTo(9000);
    assertThat(figure(table, 1, "batches").value()).isEqualTo(4);
    assertThat(figure(table, 0, "rate_rows_per_s").value()).isCloseTo(1000 / 0.015, within(1e-6));
    assertThat(figure(table, 1, "batch_median_s").value()).isCloseTo(0.055, within(1e-12));
    assertThat(figure(table, 0, "fixed_s_per_batch").value()).isCloseTo(0.010, within(1e-12));
    assertThat(figure(table, 0, "cost_s_per_row").value()).isCloseTo(5e-6, within(1e-15));
    assertThat(entry(table, 1, "fixed_s_per_batch").isBlank()).isTrue();
  }

  @Test
  void theIntervalOfOneForkSaysWhatItIsOf() throws IOException {
    fork(text.add("a.B.day", "ss", "ms/op", "variant", "AO"), 10, 0.005);

    Table table = table("mixed-batch-size");

    assertThat(figure(table, 0, "cost_s_per_row").hasInterval()).isTrue();
    assertThat(figure(table, 0, "rate_rows_per_s").hasInterval()).isFalse();
    assertThat(table.footnotes()).singleElement().asString().contains("another run may differ");
  }

  @Test
  void intervalsOfSeveralForksAreOverTheForks() throws IOException {
    JmhText.Result cell = text.add("a.B.day", "ss", "ms/op", "variant", "AO");
    fork(cell, 10, 0.005);
    fork(cell, 12, 0.005);

    Table table = table("mixed-batch-size");

    // Two values 2 ms apart: Student's 12.7 times 1 ms.
    assertThat(figure(table, 0, "fixed_s_per_batch").value()).isCloseTo(0.011, within(1e-12));
    assertThat(figure(table, 0, "fixed_s_per_batch").high()).isCloseTo(0.0237, within(1e-4));
    assertThat(table.footnotes()).isEmpty();
  }

  @Test
  void aForkThatLacksASizeCountsWithNone() throws IOException {
    JmhText.Result cell = text.add("a.B.day", "ss", "ms/op", "variant", "AO");
    fork(cell, 10, 0.005);
    cell.fork(55, 55)
        .metric(Metric.ROWS_INSERTED, 9000, 9000)
        .metric(Metric.ROWS_TABLE, 9000, 18_000);

    Table table = table("mixed-batch-size");

    assertThat(figure(table, 0, "batches").value()).isEqualTo(2);
    assertThat(figure(table, 1, "batches").value()).isEqualTo(3);
    assertThat(table.footnotes()).noneMatch(note -> note.startsWith("one fork"));
  }

  @Test
  void aFixedCostBelowZeroSaysThatTheLineDoesNotFit() throws IOException {
    fork(text.add("a.B.day", "ss", "ms/op", "variant", "AO"), -1, 0.005);

    Table table = table("mixed-batch-size");

    assertThat(figure(table, 0, "fixed_s_per_batch").high()).isNegative();
    assertThat(table.footnotes()).anyMatch(note -> note.startsWith("the line does not fit"));
    assertThat(entry(table, 0, "fixed_s_per_batch").notes()).contains(table.footnotes().get(0));
    assertThat(entry(table, 0, "cost_s_per_row").notes()).contains(table.footnotes().get(0));
  }

  @Test
  void batchesOfOneSizeHaveNoSuchTable() throws IOException {
    cell("AO", "false", 3000, 10, 11);

    assertThat(report(ReportOptions.DEFAULT).tables())
        .extracting(Table::id)
        .doesNotContain("mixed-batch-size");
  }

  private static void fork(JmhText.Result cell, double fixedMs, double msPerRow) {
    double[] after = ROWS.clone();
    IntStream.range(1, after.length).forEach(i -> after[i] += after[i - 1]);
    cell.fork(
            IntStream.range(0, ROWS.length)
                .mapToDouble(i -> fixedMs + msPerRow * ROWS[i])
                .toArray())
        .metric(Metric.ROWS_INSERTED, ROWS)
        .metric(Metric.ROWS_TABLE, after);
  }
}
