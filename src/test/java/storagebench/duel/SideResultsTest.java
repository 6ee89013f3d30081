package storagebench.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import storagebench.fixture.JmhForks;
import storagebench.results.Metric;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.storage.Turns;

/** The iterations of one side, out of a trial of both. */
class SideResultsTest {
  private static final double[] BASELINE = {10, 11, 12};
  private static final double[] CANDIDATE = {20, 21, 22};

  private static ScalarResult ofTrial(String label, double value) {
    return new ScalarResult(label, value, "x", AggregationPolicy.MAX);
  }

  /** JMH asks profilers after the last iteration, which is the candidate's here. */
  private static FinishedTrial profiled() {
    PlannedCell cell = new PlannedCell("a.B.insert", Map.of());
    RunResult both = JmhForks.duel(cell, BASELINE, CANDIDATE);
    List<IterationResult> iterations =
        both.getBenchmarkResults().iterator().next().getIterationResults().stream().toList();
    IterationResult last = iterations.get(iterations.size() - 1);
    last.addResult(ofTrial("plan.execution", 7));
    last.addResult(ofTrial(Metric.ofOtherSide("plan.execution"), 5));
    return new FinishedTrial(
        new Rounds.Trial(cell, 0), 1, Instant.EPOCH, Duration.ofSeconds(1), true, List.of(both));
  }

  private static List<IterationResult> iterations(int side) {
    BenchmarkResult fork =
        SideResults.of(profiled(), side).get(0).getBenchmarkResults().iterator().next();
    return fork.getIterationResults().stream().toList();
  }

  @Test
  void eachSideHasItsOwnIterations() {
    assertThat(iterations(Turns.BASELINE))
        .extracting(i -> i.getPrimaryResult().getScore())
        .containsExactly(10.0, 11.0, 12.0);
    assertThat(iterations(Turns.CANDIDATE))
        .extracting(i -> i.getPrimaryResult().getScore())
        .containsExactly(20.0, 21.0, 22.0);
  }

  @Test
  void whatWasTakenOfTheWholeTrialIsInTheLastIterationOfItsSide() {
    for (int side = 0; side < 2; side++) {
      List<IterationResult> own = iterations(side);
      assertThat(own.get(2).getSecondaryResults().keySet())
          .containsExactlyInAnyOrder("rows.inserted", "duel.side", "duel.pair", "plan.execution");
      assertThat(own.get(2).getSecondaryResults().get("plan.execution").getScore())
          .isEqualTo(side == Turns.BASELINE ? 5 : 7);
      assertThat(own.get(1).getSecondaryResults()).doesNotContainKey("plan.execution");
    }
  }
}
