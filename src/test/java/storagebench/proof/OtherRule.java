package storagebench.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import storagebench.choose.Contender;
import storagebench.choose.Front;

/**
 * What else one could do with as many trials, on the same contenders and with the same noise.
 *
 * @param truth about the contenders
 * @param in who is left
 * @param front of those, by the means
 * @param trials spent
 */
record OtherRule(RaceTruth truth, List<Contender> in, Front front, int trials) {

  /** Times of the trials so far of contenders from the smallest to the largest. */
  private static final class Trials {
    private final RaceSetting setting;
    private final Random random;
    private final List<Front.Point> points;
    private final List<double[]> rounds = new ArrayList<>();

    Trials(RaceSetting setting, int number) {
      this.setting = setting;
      this.random = setting.random(number);
      this.points = setting.draw(random);
    }

    void round(List<Contender> bySize) {
      var times = setting.round(points, random);
      rounds.add(bySize.stream().mapToDouble(times::get).toArray());
    }

    double mean(int i) {
      return rounds.stream().mapToDouble(r -> r[i]).average().orElseThrow();
    }

    /** Student's t of how much longer one takes than the other, less so much. */
    double t(int one, int other, double less) {
      int n = rounds.size();
      double mean = mean(one) - mean(other);
      double squares =
          rounds.stream().mapToDouble(r -> Math.pow(r[one] - r[other] - mean, 2)).sum();
      return (mean - less) / Math.sqrt(squares / (n - 1) / n);
    }

    OtherRule result(List<Contender> bySize, List<Integer> in, int trials) {
      List<Front.Point> means =
          in.stream().map(i -> new Front.Point(bySize.get(i), mean(i))).toList();
      return new OtherRule(
          RaceTruth.of(points), in.stream().map(bySize::get).toList(), Front.of(means), trials);
    }

    List<Contender> bySize() {
      return points.stream()
          .map(Front.Point::contender)
          .sorted((a, b) -> Double.compare(a.bytesPerRow(), b.bytesPerRow()))
          .toList();
    }
  }

  /**
   * Elimination without correction: after each round from the second on a paired t-test at 5 % of
   * each pair, one leaves where a smaller one is slower by less than the margin.
   */
  static OtherRule plain(RaceSetting setting, int number, int mostTrials) {
    Trials trials = new Trials(setting, number);
    List<Contender> bySize = trials.bySize();
    List<Integer> in = indices(bySize.size());
    int spent = 0;
    while (spent + in.size() <= mostTrials && in.size() > 1) {
      spent += in.size();
      trials.round(bySize);
      int rounds = trials.rounds.size();
      if (rounds > 1) {
        double critical = TDistribution.of(rounds - 1.0).inverseSurvivalProbability(0.05);
        List<Integer> before = List.copyOf(in);
        in.removeIf(i -> isBeaten(trials, before, i, critical));
      }
    }
    return trials.result(bySize, in, spent);
  }

  private static boolean isBeaten(Trials trials, List<Integer> in, int i, double critical) {
    return in.stream().anyMatch(j -> j < i && trials.t(j, i, RaceSetting.LOG_MARGIN) < -critical);
  }

  /**
   * Successive halving (Karnin, Koren and Somekh, "Almost optimal exploration in multi-armed
   * bandits", ICML 2013): as many trials between one halving and the next; those stay that are the
   * fastest by comparison with the fastest smaller one. It is told how many are on the true front,
   * and keeps as many.
   */
  static OtherRule halving(RaceSetting setting, int number, int mostTrials) {
    Trials trials = new Trials(setting, number);
    List<Contender> bySize = trials.bySize();
    List<Integer> in = indices(bySize.size());
    int front = RaceTruth.of(trials.points).onTheFront();
    int steps = (int) Math.max(1, Math.ceil(Math.log(in.size() / (double) front) / Math.log(2)));
    int spent = 0;
    for (int step = 0; step < steps; step++) {
      for (int r = Math.max(1, mostTrials / steps / in.size()); r > 0; r--) {
        spent += in.size();
        trials.round(bySize);
      }
      int stay = Math.max(front, (in.size() + 1) / 2);
      List<Integer> before = List.copyOf(in);
      List<Integer> best =
          before.stream()
              .sorted(
                  (a, b) -> Double.compare(slower(trials, before, a), slower(trials, before, b)))
              .limit(step == steps - 1 ? front : stay)
              .toList();
      in.retainAll(best);
    }
    return trials.result(bySize, in, spent);
  }

  private static double slower(Trials trials, List<Integer> in, int i) {
    return in.stream()
        .filter(j -> j < i)
        .mapToDouble(j -> trials.mean(i) - trials.mean(j))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static List<Integer> indices(int contenders) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < contenders; i++) {
      all.add(i);
    }
    return all;
  }

  /** Whether one was dropped that is on the true front. */
  boolean droppedWrongly() {
    return truth.lacksOne(in);
  }

  boolean isRight() {
    return truth.isRight(front);
  }
}
