package storagebench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import storagebench.compare.verdict.Verdict;

/** What is found when, and where it is placed, in lines whose noise is known. */
class WatchTest {
  /** Successive differences of 0.02 all along: each night has a deviation of 0.02 / sqrt 2. */
  private static double[] zigzag(int nights) {
    double[] logs = new double[nights];
    for (int i = 0; i < nights; i++) {
      logs[i] = i % 2 == 0 ? 0 : 0.02;
    }
    return logs;
  }

  private static History history(double... logs) {
    return History.of(Nights.of(logs), History.Options.DEFAULT);
  }

  @Test
  void noiseAloneIsNoChange() {
    History history = history(zigzag(200));

    assertThat(history.changes()).isEmpty();
    assertThat(history.readings()).hasSize(Span.values().length);
    assertThat(history.readings()).extracting(Reading::span).containsExactly(Span.values());
  }

  @Test
  void theErrorOfAGapIsThatOfNightsAsTheHistoryHasThem() {
    List<Point> points = Nights.points(Nights.of(zigzag(40)), "score");
    Noise noise = Noise.before(points, 40, Set.of());

    // 39 squares of 0.02 by twice 39; five forks of 0.02 explain 0.00008 of it.
    assertThat(noise.ofNights() + noise.ofForks() / 5).isCloseTo(0.0002, within(1e-12));
    assertThat(noise.ofForks()).isCloseTo(0.0004, within(1e-12));
    assertThat(noise.ofMean(List.of(1, 2, 3, 4), points)).isCloseTo(0.00005, within(1e-12));
  }

  @Test
  void nightsNeverVaryLessThanTheirForksExplain() {
    Noise noise = Noise.before(Nights.points(Nights.of(new double[40]), "score"), 40, Set.of());

    assertThat(noise.ofNights()).isZero();
    assertThat(noise.ofForks()).isCloseTo(0.0004, within(1e-12));
  }

  @Test
  void aLargeStepIsFoundOnItsFirstNightAndPlacedThere() {
    double[] logs = zigzag(61);
    logs[60] += 0.2;

    History history = history(logs);

    assertThat(history.news()).hasSize(1);
    Change change = history.news().get(0);
    assertThat(change.reading().verdict()).isEqualTo(Verdict.REGRESSION);
    assertThat(change.reading().span()).isEqualTo(Span.NIGHT);
    assertThat(change.at()).isSameAs(history.newest());
    assertThat(change.builds()).isEqualTo("abc000003b..abc000003c");
  }

  @Test
  void aSmallStepIsFoundLaterAndPlacedWhereItHappened() {
    double[] logs = zigzag(120);
    for (int i = 90; i < 120; i++) {
      logs[i] += 0.04;
    }

    History history = history(logs);

    assertThat(history.changes()).hasSize(1);
    Change change = history.changes().get(0);
    assertThat(change.found().started()).isAfter(history.nights().get(90).started());
    assertThat(change.at()).isSameAs(history.nights().get(90));
    assertThat(history.news()).isEmpty();
    assertThat(history.outcome().exitCode()).isZero();
  }

  @Test
  void aFasterNightIsAnImprovementAndNoAlarm() {
    double[] logs = zigzag(61);
    logs[60] -= 0.2;

    History history = history(logs);

    assertThat(history.news())
        .extracting(c -> c.reading().verdict())
        .containsExactly(Verdict.IMPROVEMENT);
    assertThat(history.outcome().exitCode()).isZero();
  }

  @Test
  void aChangeBelowTheMarginIsNotToldHoweverSureItIs() {
    double[] logs = new double[200];
    for (int i = 150; i < 200; i++) {
      logs[i] = 0.018;
    }

    assertThat(history(logs).changes()).isEmpty();
    for (int i = 150; i < 200; i++) {
      logs[i] = 0.03;
    }
    assertThat(history(logs).changes()).hasSize(1);
  }

  @Test
  void sizesAreComparedExactlyAndFromTheSecondNightOn() {
    List<Night> nights = new ArrayList<>();
    double[] bytes = {100, 100, 100.9, 102};
    for (int day = 0; day < bytes.length; day++) {
      nights.add(Nights.night(day, Map.of("bytes.table", Nights.size(bytes[day]))));
    }

    assertThat(History.of(nights.subList(0, 3), History.Options.DEFAULT).changes()).isEmpty();
    History history = History.of(nights, History.Options.DEFAULT);
    assertThat(history.news()).hasSize(1);
    assertThat(history.news().get(0).reading().ratio().value())
        .isCloseTo(102 / Math.cbrt(100 * 100 * 100.9), within(1e-9));
  }

  @Test
  void moreLinesAreMoreTestsOfOneNight() {
    List<Night> nights = new ArrayList<>();
    double[] logs = zigzag(61);
    for (int day = 0; day < 61; day++) {
      nights.add(
          Nights.night(
              day, Map.of("score", Nights.time(logs[day]), "time.cpu", Nights.time(logs[day]))));
    }
    double alone = history(logs).readings().get(0).level();

    assertThat(History.of(nights, History.Options.DEFAULT).readings().get(0).level())
        .isCloseTo(alone / 2, within(1e-12));
    assertThat(alone).isCloseTo(0.01 / 4, within(1e-12));
  }

  @Test
  void whatTheNewestNightLacksIsMissedUnlessItNeverWasMeasuredBesideIt() {
    List<Night> nights = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      nights.add(
          Nights.night(day, Map.of("score", Nights.time(0), "bytes.table", Nights.size(40))));
    }
    assertThat(History.of(nights, History.Options.DEFAULT).missing()).isEmpty();

    nights.add(Nights.night(5, Map.of("score", Nights.time(0))));
    History history = History.of(nights, History.Options.DEFAULT);

    assertThat(history.missing()).extracting(Line::metric).containsExactly("bytes.table");
    assertThat(HistoryTables.of(history, 1).warnings())
        .singleElement()
        .asString()
        .startsWith("the newest night lacks what the night before has: ")
        .endsWith("bytes.table");

    nights.add(Nights.night(6, Map.of("score", Nights.time(0))));
    assertThat(History.of(nights, History.Options.DEFAULT).missing()).isEmpty();
  }

  @Test
  void whatHasToBeEqualAndIsNotBeginsAnotherLine() {
    List<Night> nights = new ArrayList<>(Nights.of(zigzag(10)));
    Night last = nights.get(9);
    NightCell cell = last.cells().get(0);
    nights.set(
        9,
        new Night(
            last.format(),
            last.run(),
            last.name(),
            last.started(),
            last.seconds(),
            last.machine(),
            last.version(),
            last.commit(),
            last.conditions(),
            List.of(
                new NightCell(
                    cell.identity(),
                    new TreeMap<>(Map.of("rows.inserted", "999")),
                    cell.figures()))));

    History history = History.of(nights, History.Options.DEFAULT);

    assertThat(history.lines()).hasSize(2);
    assertThat(history.isNotComparable()).isTrue();
    assertThat(history.differences()).containsExactly("rows.inserted");
  }
}
