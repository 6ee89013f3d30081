package storagebench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.ScalarResult;
import storagebench.fixture.JmhForks;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.progress.RowsPerSecond;

class TrialTotalsTest {
  private static final PlannedCell AO = cell("AO", "false", "1000");
  private static final PlannedCell AOCO = cell("AOCO", "false", "1000");

  private final TrialTotals totals = new TrialTotals(new RowsPerSecond(), cell -> Optional.empty());

  /** AOCO is the faster with and without indexes, but has more trials with them so far. */
  @Test
  void ratesAreThoseOfCellsThatDifferInTheVariantAlone() {
    totals.add(trial(AO, 100));
    totals.add(trial(AOCO, 80));
    totals.add(trial(cell("AOCO", "true", "1000"), 400));

    assertThat(totals.rates(AO))
        .containsExactly(Map.entry("AO", 10000.0), Map.entry("AOCO", 12500.0));
    assertThat(totals.rates(cell("AO", "true", "1000"))).containsExactly(Map.entry("AOCO", 2500.0));
    assertThat(totals.rates(cell("AO", "false", "10"))).isEmpty();
  }

  @Test
  void aCellIsExpectedToTakeWhatItTookOrWhatCellsOfItsSizeTook() {
    totals.add(trial(AO, 100));

    assertThat(totals.expected(AO)).contains(Duration.ofSeconds(10));
    assertThat(totals.expected(AOCO)).contains(Duration.ofSeconds(10));
  }

  @Test
  void nothingIsExpectedOfACellOfAnotherSizeNorOfTrialsAmongWhichItIs() {
    PlannedCell large = cell("AO", "false", "500000");
    totals.add(trial(AO, 100));

    assertThat(totals.expected(large)).isEmpty();
    assertThat(totals.expected(pending(AO, large))).isEmpty();
    totals.running(large, Duration.ofSeconds(70));
    assertThat(totals.expected(pending(AO, large))).contains(Duration.ofSeconds(80));
  }

  @Test
  void earlierRunsTellWhatToExpectBeforeAnyTrialHasEnded() {
    TrialTotals known =
        new TrialTotals(new RowsPerSecond(), cell -> Optional.of(Duration.ofSeconds(5)));

    assertThat(known.expected(pending(AO, AOCO))).contains(Duration.ofSeconds(10));
    known.add(trial(AO, 100));
    assertThat(known.expected(pending(AO, AOCO))).contains(Duration.ofSeconds(15));
  }

  @Test
  void theLeastThatACellWillTakeIsHalfOfWhatAnotherOneTookIfNothingElseIsKnown() {
    assertThat(totals.atLeast(pending(AO, AOCO))).isZero();
    totals.add(trial(AO, 100));

    assertThat(totals.atLeast(pending(AO, AOCO))).isEqualTo(Duration.ofSeconds(15));
  }

  private static PlannedCell cell(String variant, String indexes, String batchSize) {
    return new PlannedCell(
        "a.B.insertSelect", Map.of("variant", variant, "indexes", indexes, "batchSize", batchSize));
  }

  private static List<Rounds.Trial> pending(PlannedCell... cells) {
    List<Rounds.Trial> trials = new ArrayList<>();
    for (PlannedCell cell : cells) {
      trials.add(new Rounds.Trial(cell, 0));
    }
    return trials;
  }

  /** One batch of a thousand rows, in a trial of ten seconds. */
  private static FinishedTrial trial(PlannedCell cell, double millis) {
    BenchmarkResult fork = JmhForks.fork(cell, millis);
    fork.getIterationResults()
        .forEach(
            iteration ->
                iteration.addResult(
                    new ScalarResult("time.wall", millis, "ms", AggregationPolicy.AVG)));
    return new FinishedTrial(
        new Rounds.Trial(cell, 0),
        1,
        Instant.EPOCH,
        Duration.ofSeconds(10),
        true,
        List.of(JmhForks.trial(fork)));
  }
}
