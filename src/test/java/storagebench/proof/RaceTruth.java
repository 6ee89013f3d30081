package storagebench.proof;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import storagebench.choose.Contender;
import storagebench.choose.Front;

/**
 * What is true of the contenders of a simulated race, and what a rule made of it.
 *
 * @param points all contenders, no two of one size
 * @param logTimes true times, by contender
 */
record RaceTruth(List<Front.Point> points, Map<Contender, Double> logTimes) {

  static RaceTruth of(List<Front.Point> points) {
    return new RaceTruth(
        points,
        points.stream().collect(Collectors.toMap(Front.Point::contender, Front.Point::logTime)));
  }

  /** How many are on the true front: faster by more than the margin than all smaller ones. */
  int onTheFront() {
    return (int) points.stream().filter(p -> isOnTheFront(p.contender())).count();
  }

  private boolean isOnTheFront(Contender one) {
    return logTimes.keySet().stream().noneMatch(other -> beats(other, one));
  }

  /** Whether one is gone that is on the true front. */
  boolean lacksOne(Collection<Contender> in) {
    return logTimes.keySet().stream().anyMatch(c -> !in.contains(c) && isOnTheFront(c));
  }

  /** Whether one is gone for which none of the others stands. */
  boolean leavesOneUncovered(Collection<Contender> in) {
    return logTimes.keySet().stream()
        .filter(c -> !in.contains(c))
        .anyMatch(c -> in.stream().noneMatch(other -> beats(other, c)));
  }

  private boolean beats(Contender one, Contender other) {
    return one.bytesPerRow() < other.bytesPerRow()
        && logTimes.get(one) <= logTimes.get(other) + RaceSetting.LOG_MARGIN;
  }

  /** Whether the one, which is smaller, is as fast. */
  boolean isAsFast(Contender one, Contender other) {
    return logTimes.get(one) <= logTimes.get(other);
  }

  /** Whether the front has the smallest, and one as fast as the fastest but for the margin. */
  boolean isRight(Front front) {
    double best = logTimes.values().stream().mapToDouble(t -> t).min().orElseThrow();
    double smallest =
        logTimes.keySet().stream().mapToDouble(Contender::bytesPerRow).min().orElseThrow();
    return logTimes.get(front.fastest()) <= best + RaceSetting.LOG_MARGIN
        && front.smallest().bytesPerRow() == smallest;
  }
}
