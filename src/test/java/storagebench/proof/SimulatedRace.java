package storagebench.proof;

import java.util.List;
import java.util.Map;
import java.util.Random;
import storagebench.choose.Contender;
import storagebench.choose.Equal;
import storagebench.choose.Front;
import storagebench.choose.Race;

/**
 * A race on simulated trials, until it is decided or its budget is spent.
 *
 * @param truth all contenders with their true times
 * @param race as it ended
 * @param trials of all rounds
 */
record SimulatedRace(List<Front.Point> truth, Race race, int trials) {
  private static final double ERROR = 0.05;

  /** Runs one; the number tells races of a setting apart. */
  static SimulatedRace of(RaceSetting setting, int number, int mostTrials) {
    Random random = setting.random(number);
    List<Front.Point> truth = setting.draw(random);
    List<Contender> contenders = truth.stream().map(Front.Point::contender).toList();
    Race race = Race.of(contenders, RaceSetting.MARGIN, ERROR);
    int trials = 0;
    while (!race.decided() && trials + race.racing().size() <= mostTrials) {
      trials += race.racing().size();
      Map<Contender, Double> round = setting.round(truth, random);
      round.keySet().retainAll(race.racing());
      race = race.after(round);
    }
    return new SimulatedRace(truth, race, trials);
  }

  /** Whether one was dropped that belongs to the true front. */
  boolean droppedWrongly() {
    return race.dropped().stream().map(d -> point(d.contender())).anyMatch(this::isOnTheFront);
  }

  private boolean isOnTheFront(Front.Point one) {
    return truth.stream().noneMatch(other -> beats(other, one));
  }

  /** Whether one was dropped for which none stands. */
  boolean leftUncovered() {
    List<Front.Point> in = race.in().stream().map(this::point).toList();
    return race.dropped().stream()
        .map(d -> point(d.contender()))
        .anyMatch(one -> in.stream().noneMatch(other -> beats(other, one)));
  }

  /** Sizes are all different. */
  private static boolean beats(Front.Point one, Front.Point other) {
    return one.contender().bytesPerRow() < other.contender().bytesPerRow()
        && one.logTime() <= other.logTime() + RaceSetting.LOG_MARGIN;
  }

  /** Whether one is taken to be faster than a smaller one that is in, and is not. */
  boolean toldWrongly() {
    List<Contender> told = race.in().stream().filter(c -> !race.racing().contains(c)).toList();
    return told.stream()
        .anyMatch(
            one ->
                told.stream()
                    .filter(other -> other.bytesPerRow() < one.bytesPerRow())
                    .filter(other -> !race.equal().contains(new Equal(other, one)))
                    .anyMatch(other -> point(other).logTime() <= point(one).logTime()));
  }

  private Front.Point point(Contender contender) {
    return truth.stream().filter(p -> p.contender().equals(contender)).findFirst().orElseThrow();
  }

  int trueFront() {
    return (int) truth.stream().filter(this::isOnTheFront).count();
  }

  /** Whether the picks are the smallest, and one as fast as the fastest but for the margin. */
  boolean picksRightly() {
    return picksRightly(truth, race.front());
  }

  static boolean picksRightly(List<Front.Point> truth, Front front) {
    double best = truth.stream().mapToDouble(Front.Point::logTime).min().orElseThrow();
    double smallest =
        truth.stream().mapToDouble(p -> p.contender().bytesPerRow()).min().orElseThrow();
    double fastest =
        truth.stream()
            .filter(p -> p.contender().equals(front.fastest()))
            .mapToDouble(Front.Point::logTime)
            .findFirst()
            .orElseThrow();
    return fastest <= best + RaceSetting.LOG_MARGIN && front.smallest().bytesPerRow() == smallest;
  }
}
