package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.render.TextRenderer;
import storagebench.results.Metric;
import storagebench.table.Table;

/** Figures and their intervals as people read them. */
class FiguresTest extends TableCase {
  private String shown() throws IOException {
    return new TextRenderer(false).render(report(ReportOptions.DEFAULT));
  }

  /** Student's t of two degrees of freedom is 4.3: the interval is 2.48 times the step wide. */
  @ParameterizedTest
  @CsvSource({
    "0.9, 1.1, 1, 1.00 ±0.28",
    "99.99, 100.01, 100, 100.00 ±0.02",
    "999.9, 1000.1, 1000, '1,000.0 ±0.2'",
    "990, 1010, 1000, '1,000 ±25'",
    "99999999999.9, 100000000000.1, 100000000000, '100,000,000,000.0 ±0.2'",
    "5, 5, 5, 5 ±0"
  })
  void anIntervalThatHasAWidthIsNotShownAsZero(double one, double two, double three, String score)
      throws IOException {
    text.add("a.B.c", "avgt", "ms/op").fork(one).fork(two).fork(three);

    assertThat(shown()).contains(" " + score + "  ms/op, lower is better");
  }

  @Test
  void anIntervalTooNarrowForTheColumnIsSaidToBe() throws IOException {
    for (double ms : new double[] {1000, 1000.0000001, 999.9999999}) {
      text.add("a.B.c", "ss", "ms/op", "variant", "AO")
          .fork(ms)
          .metric(Metric.ROWS_INSERTED, 1000)
          .metric(Metric.ROWS_TABLE, 1000);
    }

    assertThat(shown()).contains(" ±<0.001").doesNotContain("±0 ").doesNotContain("±0.000 ");
  }

  @Test
  void smallScoresAreInSmallerUnitsAndInCsvAsMeasured() throws IOException {
    text.add("a.B.time", "avgt", "s/op").fork(1.2e-5).fork(1.3e-5).fork(1.25e-5);
    text.add("a.B.rate", "thrpt", "ops/ns").fork(1.2e-4).fork(1.3e-4).fork(1.25e-4);

    assertThat(shown())
        .contains("12.5 ±1.3", "us/op, lower is better", "125 ±13", "ops/ms, higher is better");
    Table throughput = table("throughput");
    assertThat(figure(throughput, 1, "score").value()).isEqualTo(1.25e-5);
    assertThat(entry(throughput, 1, "score_unit").text()).contains("s/op, lower is better");
  }

  @Test
  void rowsOfForksThatInsertedDifferentlyHaveNoInterval() throws IOException {
    text.add(INSERT, "ss", "ms/op", "variant", "AO")
        .fork(1)
        .fork(1)
        .metric(Metric.ROWS_TABLE, 1000)
        .metric(Metric.ROWS_TABLE, 3000)
        .metric(Metric.BYTES_TABLE, 10)
        .metric(Metric.BYTES_TABLE, 30);

    assertThat(figure(table("compression"), 0, "rows").value()).isEqualTo(2000);
    assertThat(figure(table("compression"), 0, "rows").hasInterval()).isFalse();
    assertThat(table("compression").footnotes())
        .contains("the forks differ in how much they inserted: their mean");
  }
}
