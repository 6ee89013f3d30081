package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** CPU and WAL, which every run takes, are judged beside time and sizes. */
class SpentComparedTest extends CompareCommandCase {
  private static final double ROWS = 1000;

  /** Deviations of five forks, in percent: what a busy machine does to time, and to CPU. */
  private static final double[] TIMES = {-30, 40, -10, 15, -5};

  private static final double[] CPU = {-0.4, 0.3, 0.1, -0.2, 0.2};

  private Path spent(String name, double cpuMillis, double walBytes) {
    RunFiles run = new RunFiles();
    JmhText.Result cell = run.text().add("storagebench.C.copy", "ss", "ms/op", "variant", "AO");
    for (int fork = 0; fork < CPU.length; fork++) {
      double time = 100 * (1 + TIMES[fork] / 100);
      double cpu = cpuMillis * (1 + CPU[fork] / 100);
      cell.fork(time, time)
          .metric(Metric.ROWS_INSERTED, ROWS, ROWS)
          .metric(Metric.TIME_CPU, cpu, cpu)
          .metric(Metric.BYTES_WAL, walBytes, walBytes);
    }
    return run(name, run);
  }

  @Test
  void moreCpuIsARegressionThoughOfTimeNothingCanBeTold() {
    assertThat(compare(spent("b", 80, 50_000), spent("c", 84, 50_000))).isEqualTo(1);

    assertThat(out)
        .containsPattern("(?m)^AO +time.cpu ↓ +1.05 .*regression$")
        .containsPattern("(?m)^AO +time.cpu ↓ +80 +84 +us/row$")
        .containsPattern("(?m)^AO +score ↓ .*could not tell")
        .containsPattern("(?m)^AO +bytes.wal ↓ +1.00 .*equivalent$")
        .containsPattern("margin 3 %, of WAL\\s+and sizes 1 %");
  }

  @Test
  void moreWalIsARegressionBeyondAMarginOfItsOwn() {
    assertThat(compare(spent("b", 80, 50_000), spent("c", 80, 51_000))).isEqualTo(1);
    assertThat(compare(spent("b", 80, 50_000), spent("c", 80, 51_000), "--margin", "bytes.wal=3%"))
        .isZero();
  }

  @Test
  void moreInstructionsAreARegression() {
    assertThat(compare(counted("b", 4_000_000), counted("c", 4_200_000))).isEqualTo(1);

    assertThat(out)
        .containsPattern("(?m)^AO +instructions ↓ +1.05 .*regression +4,000 +4,200$")
        .containsPattern("(?m)^AO +instructions ↓ +instructions/row$");
  }

  private Path counted(String name, double instructions) {
    RunFiles run = new RunFiles();
    JmhText.Result cell = run.text().add("storagebench.C.copy", "ss", "ms/op", "variant", "AO");
    for (double deviation : CPU) {
      double count = instructions * (1 + deviation / 100);
      cell.fork(100, 100)
          .metric(Metric.ROWS_INSERTED, ROWS, ROWS)
          .metric(Metric.INSTRUCTIONS, count, count);
    }
    return run(name, run);
  }

  @Test
  void aSideThatCouldNotTakeItOfEveryBatchHasNone() {
    assertThat(compare(spent("b", Double.NaN, 50_000), spent("c", 84, 50_000))).isZero();

    assertThat(out)
        .contains("time.cpu of 1 cell only in the candidate: not compared")
        .doesNotContain("NaN")
        .doesNotContainPattern("time.cpu ↓ +\\d");
  }
}
