package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.table.Table;

class StallsTest extends TableCase {
  @Test
  void allStallsAreListedTheWorstOfACellFirst() throws IOException {
    JmhText.Result result = text.add(INSERT, "ss", "ms/op", "variant", "AO");
    for (int fork = 0; fork < 7; fork++) {
      result
          .fork(10, 60 + fork, 10, 10, 10)
          .metric(Metric.ROWS_INSERTED, 100, 100, 100, 100, 100)
          .metric(Metric.ROWS_TABLE, 100, 200, 300, 400, 500);
    }

    Table stalls = table("stalls");

    assertThat(stalls.rows()).hasSize(7);
    assertThat(entry(stalls, 0, "batch").text()).contains("fork 7 batch 2");
    assertThat(figure(stalls, 0, "batch_s").value()).isCloseTo(0.066, within(1e-12));
    assertThat(figure(stalls, 6, "times_median").value()).isCloseTo(6, within(1e-12));
    assertThat(table("growth").footnotes())
        .singleElement()
        .asString()
        .endsWith("and 2 more in stalls.csv");
  }

  @Test
  void withoutStallsThereIsNoTableOfThem() throws IOException {
    cell("AO", "false", 3000, 10, 10.1);

    assertThat(report(ReportOptions.DEFAULT).tables()).noneMatch(t -> t.id().equals("stalls"));
  }

  @Test
  void stallsAreLookedForWhereGrowthIs() throws IOException {
    text.add(INSERT, "ss", "ms/op", "variant", "AO")
        .fork(1, 100)
        .metric(Metric.ROWS_INSERTED, 100, 100)
        .metric(Metric.ROWS_TABLE, 100, 200)
        .fork(1, 1, 1)
        .metric(Metric.ROWS_INSERTED, 100, 100, 100)
        .metric(Metric.ROWS_TABLE, 100, 200, 300);

    assertThat(figure(table("growth"), 0, "stalls").value()).isZero();
    assertThat(report(ReportOptions.DEFAULT).tables()).noneMatch(t -> t.id().equals("stalls"));
  }

  @Test
  void aForkThatWasCutShortDoesNotHideTheGrowthOfTheOthers() throws IOException {
    cell("AO", "false", 3000, 10, 11, 12);
    text.add(INSERT, "ss", "ms/op", "variant", "HEAP", "batchSize", "1000", "indexes", "false")
        .fork(10, 10)
        .metric(Metric.ROWS_INSERTED, 1000, 1000)
        .metric(Metric.ROWS_TABLE, 1000, 2000)
        .fork(10, 11, 12)
        .metric(Metric.ROWS_INSERTED, 1000, 1000, 1000)
        .metric(Metric.ROWS_TABLE, 1000, 2000, 3000);

    Table growth = table("growth");

    assertThat(growth.rows()).hasSize(2);
    assertThat(figure(growth, 0, "slope_s_per_row").value()).isCloseTo(1e-6, within(1e-12));
    assertThat(growth.footnotes()).containsExactly("forks of fewer than 3 batches are left out");
  }
}
