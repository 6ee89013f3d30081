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
 * @param truth about the contenders
 * @param race as it ended
 * @param trials of all rounds
 */
record SimulatedRace(RaceTruth truth, Race race, int trials) {
  private static final double ERROR = 0.05;

  /** Runs one; the number tells races of a setting apart. */
  static SimulatedRace of(RaceSetting setting, int number, int mostTrials) {
    Random random = setting.random(number);
    List<Front.Point> points = setting.draw(random);
    List<Contender> contenders = points.stream().map(Front.Point::contender).toList();
    Race race = Race.of(contenders, RaceSetting.MARGIN, ERROR);
    int trials = 0;
    while (!race.decided() && trials + race.racing().size() <= mostTrials) {
      trials += race.racing().size();
      Map<Contender, Double> round = setting.round(points, random);
      round.keySet().retainAll(race.racing());
      race = race.after(round);
    }
    return new SimulatedRace(RaceTruth.of(points), race, trials);
  }

  /** Whether one was dropped that is on the true front, or for which none stands. */
  boolean droppedWrongly() {
    return truth.lacksOne(race.in()) || truth.leavesOneUncovered(race.in());
  }

  /** Whether one is taken to be faster than a smaller one, and is not. */
  boolean toldWrongly() {
    List<Contender> told = race.in().stream().filter(c -> !race.racing().contains(c)).toList();
    return told.stream()
        .anyMatch(
            one ->
                told.stream()
                    .filter(other -> other.bytesPerRow() < one.bytesPerRow())
                    .filter(other -> !race.equal().contains(new Equal(other, one)))
                    .anyMatch(other -> truth.isAsFast(other, one)));
  }

  /** Trials by those that all contenders in each of its rounds would have been. */
  double shareOfEqualAllocation(RaceSetting setting) {
    return trials / ((double) setting.contenders() * race.rounds());
  }

  boolean isRight() {
    return truth.isRight(race.front());
  }
}
