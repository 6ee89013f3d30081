package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.TrialLog;
import storagebench.results.TrialLog.Trial;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;

/** Ten cells of three forks on a machine that gets slower from trial to trial. */
class DriftGateTest {
  private static final String BENCHMARK = "a.B.copy";
  private static final int CELLS = 10;
  private static final int FORKS = 3;

  @TempDir Path folder;

  /** Position of a fork: rounds in turns, or all of JMH's forks of a cell back to back. */
  private static int position(int cell, int fork, boolean inRounds) {
    return 1 + (inRounds ? fork * CELLS + cell : cell * FORKS + fork);
  }

  private List<Entry> drift(double perTrial, boolean inRounds, boolean logged) throws IOException {
    JmhText text = new JmhText();
    Random random = new Random(3);
    List<Trial> trials = new ArrayList<>();
    for (int cell = 0; cell < CELLS; cell++) {
      String variant = "V" + cell;
      JmhText.Result result = text.add(BENCHMARK, "ss", "ms/op", "variant", variant);
      for (int fork = 0; fork < FORKS; fork++) {
        int position = position(cell, fork, inRounds);
        double ms = 100 * Math.exp(perTrial * position + 0.01 * random.nextGaussian());
        result.fork(ms, ms).metric(Metric.ROWS_INSERTED, 10, 10);
        trials.add(
            new Trial(position, fork, fork, BENCHMARK, Map.of("variant", variant), "", 1, true));
      }
    }
    Path file = text.write(folder.resolve("jmh.json"));
    if (logged) {
      new TrialLog(trials).write(folder);
    }
    Table gates =
        Report.read(List.of(file), ReportOptions.DEFAULT).only(Set.of("gates")).tables().get(0);
    return gates.rows().stream()
        .filter(row -> row.get(0).text().orElseThrow().startsWith("drift"))
        .findFirst()
        .orElseThrow();
  }

  private static Emphasis verdict(List<Entry> drift) {
    return drift.get(1).emphasis();
  }

  @Test
  void driftAlongAllTrialsIsSeenAndMeasuredOverTheWholeRun() throws IOException {
    List<Entry> drift = drift(0.005, true, true);

    assertThat(verdict(drift)).isEqualTo(Emphasis.WARN);
    // 29 steps of half a percent from the first trial to the last.
    assertThat(drift.get(2).figure().orElseThrow().value()).isBetween(-15.0, -12.0);
    assertThat(drift.get(6).text()).contains("in the order of all trials");
  }

  @Test
  void forksBackToBackHideADriftThatTheirPositionsShow() throws IOException {
    // Three forks in a row are 1 % apart, but the run as a whole is a sixth slower at its end.
    double byForks = drift(0.005, false, false).get(2).figure().orElseThrow().value();
    double byTrials = drift(0.005, false, true).get(2).figure().orElseThrow().value();

    assertThat(byForks).isBetween(-3.0, 0.0);
    assertThat(byTrials).isBetween(-20.0, -10.0);
  }

  @Test
  void withoutTheLogTheOrderOfForksStandsInAndIsNamed() throws IOException {
    List<Entry> drift = drift(0.005, true, false);

    assertThat(verdict(drift)).isEqualTo(Emphasis.WARN);
    assertThat(drift.get(6).text())
        .hasValueSatisfying(text -> assertThat(text).contains("no trials.json"));
  }

  @Test
  void aLargeDriftThatMayBeChanceIsNeitherPassedNorWarnedOf() throws IOException {
    JmhText text = new JmhText();
    JmhText.Result result = text.add(BENCHMARK, "ss", "ms/op", "variant", "AO");
    for (double ms : new double[] {80, 130, 100}) {
      result.fork(ms, ms).metric(Metric.ROWS_INSERTED, 10, 10);
    }
    Path file = text.write(folder.resolve("jmh.json"));
    Table gates =
        Report.read(List.of(file), ReportOptions.DEFAULT).only(Set.of("gates")).tables().get(0);
    List<Entry> drift =
        gates.rows().stream()
            .filter(row -> row.get(0).text().orElseThrow().startsWith("drift"))
            .findFirst()
            .orElseThrow();

    assertThat(drift.get(1).text()).contains("could not tell");
    assertThat(drift.get(6).text().orElseThrow()).matches("-\\d+\\.\\d to \\d+\\.\\d %, in .*");
  }

  @Test
  void steadyMachinePasses() throws IOException {
    assertThat(verdict(drift(0, true, true))).isEqualTo(Emphasis.PASS);
  }
}
