package storagebench.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final double MARGIN = 0.03;
  private static final Contender SMALL = new Contender("small", 60);
  private static final Contender MIDDLE = new Contender("middle", 100);
  private static final Contender LARGE = new Contender("large", 200);
  private static final List<Contender> ALL = List.of(LARGE, SMALL, MIDDLE);

  private static Race race(List<Contender> contenders) {
    return Race.of(contenders, MARGIN, 0.05);
  }

  /** So many rounds, or until nobody races; trials vary by a percent, the same each time. */
  private static Race after(Race race, int rounds, Map<Contender, Double> seconds) {
    return after(race, rounds, seconds, 0.01);
  }

  private static Race after(
      Race race, int rounds, Map<Contender, Double> seconds, double variation) {
    Race next = race;
    for (int i = 0; i < rounds && !next.decided(); i++) {
      Map<Contender, Double> times = new HashMap<>();
      for (Contender contender : next.racing()) {
        times.put(
            contender,
            Math.log(seconds.get(contender)) + variation * noise(contender, next.rounds()));
      }
      next = next.after(times);
    }
    return next;
  }

  private static double noise(Contender contender, int round) {
    return new SplittableRandom(31L * contender.name().hashCode() + round).nextGaussian();
  }

  private static Map<Contender, Double> seconds(double small, double middle, double large) {
    return Map.of(SMALL, small, MIDDLE, middle, LARGE, large);
  }

  @Test
  void nothingIsDroppedAfterOneRound() {
    Race race = after(race(ALL), 1, seconds(1, 10, 100));

    assertThat(race.in()).containsExactly(SMALL, MIDDLE, LARGE);
    assertThat(race.racing()).isEqualTo(race.in());
    assertThat(race.undecided()).hasSize(3);
  }

  @Test
  void oneThatIsLargerAndSlowerLeaves() {
    Race race = after(race(ALL), 10, seconds(2, 1, 1.5));

    assertThat(race.dropped()).hasSize(1);
    Dropped dropped = race.dropped().get(0);
    assertThat(dropped.contender()).isEqualTo(LARGE);
    assertThat(dropped.by()).isEqualTo(MIDDLE);
    assertThat(dropped.reason()).isEqualTo(Dropped.Reason.SLOWER);
    assertThat(dropped.round()).isBetween(2, 9);
    assertThat(dropped.isAsFast(MARGIN)).isFalse();
    assertThat(dropped.speedup().value()).isBetween(0.64, 0.69);
    assertThat(dropped.speedup().high()).isLessThan(1);
  }

  @Test
  void theFrontIsToldApart() {
    Race race = after(race(ALL), 20, seconds(2, 1.5, 1));

    assertThat(race.decided()).isTrue();
    assertThat(race.undecided()).isEmpty();
    assertThat(race.furtherTrials()).isZero();
    assertThat(race.front().points().stream().map(Front.Point::contender))
        .containsExactly(SMALL, MIDDLE, LARGE);
    assertThat(race.rounds()).isLessThan(10);
  }

  @Test
  void allAsFastAsTheSmallestLeave() {
    Race race = after(race(ALL), 100, seconds(1, 1, 1));

    assertThat(race.decided()).isTrue();
    assertThat(race.in()).containsExactly(SMALL);
    assertThat(race.dropped())
        .hasSize(2)
        .allSatisfy(d -> assertThat(d.reason()).isEqualTo(Dropped.Reason.LARGER_AND_NOT_FASTER))
        .allSatisfy(d -> assertThat(d.isAsFast(MARGIN)).isTrue());
  }

  @Test
  void oneThatIsFasterByMoreThanTheMarginNeverLeaves() {
    Race race = after(race(ALL), 300, seconds(1.04, 2, 1));

    assertThat(race.decided()).isTrue();
    assertThat(race.in()).containsExactly(SMALL, LARGE);
    assertThat(race.front().fastest()).isEqualTo(LARGE);
  }

  /**
   * Each is slower than the next by 1.2 %: equal to its neighbours, but the first is not equal to
   * the last. The second stands for the third, so it stays, though the first beats it. Means are
   * exact after each second round.
   */
  @Test
  void ofAChainOfEqualOnesNotAllLeaveBecauseOfTheOneBefore() {
    List<Contender> chain = Stream.of(60, 61, 62, 63).map(b -> new Contender("c" + b, b)).toList();
    Race race = race(chain);
    while (!race.decided()) {
      Map<Contender, Double> times = new HashMap<>();
      for (Contender contender : race.racing()) {
        double sign = (race.rounds() + contender.bytesPerRow()) % 2 == 0 ? 1 : -1;
        times.put(contender, -0.012 * contender.bytesPerRow() + 0.02 * sign);
      }
      race = race.after(times);
    }

    assertThat(race.dropped()).singleElement().extracting(Dropped::by).isEqualTo(chain.get(1));
    assertThat(race.in()).containsExactly(chain.get(0), chain.get(1), chain.get(3));
    assertThat(race.equal()).containsExactly(new Equal(chain.get(0), chain.get(1)));
    assertThat(race.orphaned()).isEmpty();
  }

  /** One that beats the dropper outright beats what it dropped as well. */
  @Test
  void aDropperThatIsBeatenOutrightLeaves() {
    Covers covers = Covers.NONE.with(2, Set.of(1), Set.of());

    assertThat(covers.mayLeave(1, List.of(0, 1))).isFalse();
    assertThat(covers.with(1, Set.of(0), Set.of(0)).isCovered(2, List.of(0))).isTrue();
  }

  @Test
  void thoseThatAreToldFromAllRestWhileOthersRace() {
    Race race = after(race(ALL), 12, seconds(3, 1.015, 1));

    assertThat(race.racing()).containsExactly(MIDDLE, LARGE);
    assertThat(race.in()).containsExactly(SMALL, MIDDLE, LARGE);
    assertThat(race.decided()).isFalse();
  }

  @Test
  void itSaysHowManyRoundsAreMissing() {
    Map<Contender, Double> seconds = seconds(3, 1.015, 1);
    Race race = after(race(ALL), 12, seconds);

    assertThat(race.undecided()).hasSize(1);
    Undecided pair = race.undecided().get(0);
    assertThat(pair.smaller()).isEqualTo(MIDDLE);
    assertThat(pair.larger()).isEqualTo(LARGE);
    assertThat(pair.speedup().value()).isBetween(1.0, 1.03);
    assertThat(race.furtherTrials()).isEqualTo(2 * pair.furtherRounds());
    Race end = after(race, 1000, seconds);
    assertThat(end.rounds() - 12.0)
        .isBetween(0.5 * pair.furtherRounds(), 1.5 * pair.furtherRounds() + 3);
  }

  @Test
  void whatARoundHasInCommonChangesNothing() {
    Race still = after(race(ALL), 6, seconds(2, 1, 1.5));
    Race drifting = race(ALL);
    for (int i = 0; i < 6 && !drifting.decided(); i++) {
      double slower = Math.exp(0.3 * (i % 4));
      drifting = after(drifting, 1, seconds(2 * slower, slower, 1.5 * slower));
    }

    assertThat(drifting.racing()).isEqualTo(still.racing());
    assertThat(drifting.dropped()).hasSameSizeAs(still.dropped());
    assertThat(drifting.dropped().get(0).round()).isEqualTo(still.dropped().get(0).round());
  }

  @Test
  void oneThatFailsIsWithdrawnAndTheRaceGoesOn() {
    Race race = after(race(ALL), 1, seconds(2, 1, 1.5)).without(SMALL, "out of memory");
    race = after(race, 20, seconds(2, 1, 1.5));

    assertThat(race.decided()).isTrue();
    assertThat(race.in()).containsExactly(MIDDLE);
    assertThat(race.withdrawn()).containsExactly(new Withdrawn(SMALL, 1, "out of memory"));
    assertThat(race.orphaned()).isEmpty();
  }

  @Test
  void thoseBeatenOnlyByOneThatFailsLaterAreNamed() {
    Contender huge = new Contender("huge", 300);
    Race race =
        after(race(List.of(MIDDLE, LARGE, huge)), 6, Map.of(MIDDLE, 1.0, LARGE, 2.0, huge, 0.985));

    assertThat(race.dropped()).singleElement().extracting(Dropped::contender).isEqualTo(LARGE);
    assertThat(race.orphaned()).isEmpty();
    assertThat(race.without(MIDDLE, "failed").orphaned()).isEqualTo(race.dropped());
  }

  /** The larger of two of one size races on with one that is larger; means are exact. */
  @Test
  void ofAPairOfEqualOnesNothingIsSaidOnceOneHasLeft() {
    Contender twin = new Contender("twin", 60);
    Map<Contender, Double> logTimes = Map.of(SMALL, 0.0, twin, -0.005, LARGE, -0.02);
    Race race = race(List.of(SMALL, twin, LARGE));
    while (race.equal().isEmpty()) {
      Map<Contender, Double> times = new HashMap<>();
      for (Contender contender : race.racing()) {
        double sign = (race.rounds() + contender.bytesPerRow() / 20) % 2 == 0 ? 1 : -1;
        times.put(contender, logTimes.get(contender) + 0.02 * sign);
      }
      race = race.after(times);
    }

    assertThat(race.equal()).containsExactly(new Equal(SMALL, twin));
    assertThat(race.racing()).containsExactly(twin, LARGE);
    assertThat(race.without(twin, "out of memory").equal()).isEmpty();
  }

  @Test
  void oneAloneIsChosenAfterItsTrial() {
    Race race = race(List.of(SMALL));

    assertThat(race.decided()).isFalse();
    assertThat(after(race, 1, Map.of(SMALL, 1.0)).decided()).isTrue();
    assertThat(after(race, 1, Map.of(SMALL, 1.0)).front().balanced()).isEqualTo(SMALL);
  }

  @Test
  void ofTwoOfOneSizeTheSlowerLeavesAndEqualOnesStay() {
    Contender twin = new Contender("twin", 60);
    Race different = after(race(List.of(SMALL, twin)), 50, Map.of(SMALL, 1.2, twin, 1.0));
    Race same = after(race(List.of(SMALL, twin)), 500, Map.of(SMALL, 1.0, twin, 1.0));

    assertThat(different.in()).containsExactly(twin);
    assertThat(different.dropped().get(0).reason()).isEqualTo(Dropped.Reason.SLOWER);
    assertThat(same.in()).containsExactly(SMALL, twin);
    assertThat(same.equal()).containsExactly(new Equal(SMALL, twin));
    assertThat(same.decided()).isTrue();
  }

  @Test
  void aRoundIsOfThoseThatRace() {
    assertThatThrownBy(() -> race(ALL).after(Map.of(SMALL, 0.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> race(List.of(SMALL, new Contender("small", 70))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> race(List.of(SMALL)).without(LARGE, "failed"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
