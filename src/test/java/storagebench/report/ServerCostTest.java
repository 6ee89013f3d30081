package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import storagebench.results.Metric;
import storagebench.table.Table;

/** CPU and WAL of the server, for each row. */
class ServerCostTest extends TableCase {
  private void spent(String variant, double ms, double cpuMillis, double walBytes) {
    cell(variant, "false", 9000, ms, ms)
        .metric(Metric.TIME_CPU, cpuMillis, cpuMillis, cpuMillis)
        .metric(Metric.TIME_CPU, cpuMillis * 1.5, cpuMillis * 1.5, cpuMillis * 1.5)
        .metric(Metric.BYTES_WAL, walBytes, walBytes, walBytes)
        .metric(Metric.BYTES_WAL, walBytes, walBytes, walBytes);
  }

  @Test
  void totalsAreDividedByTheRows() throws IOException {
    spent("AO", 10, 16, 50_000);
    spent("AOCO", 10, 32, 30_000);

    Table cost = table("server-cost");

    assertThat(figure(cost, 0, "cpu_s_per_row").value()).isCloseTo(20e-6, within(1e-15));
    assertThat(figure(cost, 0, "cpu_s_per_row").hasInterval()).isTrue();
    assertThat(figure(cost, 0, "cores_busy").value())
        .as("20 ms in 10 ms")
        .isCloseTo(2, within(1e-9));
    assertThat(figure(cost, 0, "wal_bytes_per_row").value()).isEqualTo(50);
    assertThat(figure(cost, 0, "cpu_over_AO").value()).isEqualTo(1);
    assertThat(figure(cost, 1, "cpu_over_AO").value()).isCloseTo(2, within(1e-12));
  }

  @Test
  void instructionsHaveAColumnWhereTheyWereCounted() throws IOException {
    cell("AO", "false", 9000, 10, 10)
        .metric(Metric.BYTES_WAL, 50_000, 50_000, 50_000)
        .metric(Metric.BYTES_WAL, 50_000, 50_000, 50_000)
        .metric(Metric.INSTRUCTIONS, 4e6, 4e6, 4e6)
        .metric(Metric.INSTRUCTIONS, 6e6, 6e6, 6e6);

    assertThat(figure(table("server-cost"), 0, "instructions_per_row").value()).isEqualTo(5000);
  }

  @Test
  void whereItWasNotTakenThereIsNoTable() throws IOException {
    cell("AO", "false", 9000, 10, 10);

    assertThat(report(ReportOptions.DEFAULT).tables())
        .noneMatch(table -> table.id().equals("server-cost"));
  }
}
