package storagebench.choose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import storagebench.statistics.TwoWayLayout;

/**
 * A race for speed and size, after any number of rounds. In each round all that are in have one
 * trial. One that another beats beyond doubt leaves, and that other, or one that beats both, stays.
 *
 * <p>The front is of those that are faster by more than the margin than all that are not larger; of
 * two of one size the faster. No choice can do without these. Of others one may stand for another:
 * a race ends with an epsilon-Pareto set, not with the only one (Laumanns, Thiele, Deb and Zitzler,
 * "Combining convergence and diversity in evolutionary multiobjective optimization", Evolutionary
 * Computation 10, 2002). The chance that any leaves that belongs to the front, or for which none
 * stands that is in, is at most half of {@code error} over the whole race, however often one looks.
 *
 * <p>All pairs of one that was not dropped and one that is or was in and is not larger share that
 * half; who leaves bequeaths its share to the rest (Holm 1979; Bartroff and Song, "Sequential tests
 * of multiple hypotheses controlling type I and II familywise error rates", Journal of Statistical
 * Planning and Inference 153, 2014). The other half is the chance that any is told from all smaller
 * ones although the fastest of these is in and not slower. It is shared by contenders, not by
 * pairs, because for each one fixed comparison must go wrong (Berger, "Multiparameter hypothesis
 * testing and acceptance sampling", Technometrics 24, 1982).
 *
 * <p>A race is a function of its trials: the same rounds give the same race.
 */
public final class Race {
  private final Field field;
  private final TwoWayLayout layout;
  private final int rounds;
  private final List<Dropped> dropped;
  private final List<Withdrawn> withdrawn;
  private final Covers covers;
  private final List<Integer> in;
  private final Bounds bounds;
  private final Dominance dominance;

  /** What does not change; contenders from the smallest to the largest. */
  private record Field(List<Contender> contenders, double margin, double error) {
    /** Pairs of one of these and any that is not larger. */
    long pairs(Set<Contender> some) {
      return some.stream()
          .mapToLong(
              c -> contenders.stream().filter(o -> o.bytesPerRow() <= c.bytesPerRow()).count() - 1)
          .sum();
    }
  }

  private Race(
      Field field,
      TwoWayLayout layout,
      int rounds,
      List<Dropped> dropped,
      List<Withdrawn> withdrawn,
      Covers covers) {
    this.field = field;
    this.layout = layout;
    this.rounds = rounds;
    this.dropped = dropped;
    this.withdrawn = withdrawn;
    this.covers = covers;
    Set<Contender> left = new HashSet<>(field.contenders);
    dropped.forEach(d -> left.remove(d.contender()));
    double dropLevel = field.error / 2 / Math.max(1, field.pairs(left));
    withdrawn.forEach(w -> left.remove(w.contender()));
    this.in =
        IntStream.range(0, field.contenders.size())
            .filter(i -> left.contains(field.contenders.get(i)))
            .boxed()
            .toList();
    double certainLevel = field.error / 2 / Math.max(1, field.contenders.size());
    this.bounds = Bounds.of(layout, rounds, in.size(), dropLevel, certainLevel);
    this.dominance = new Dominance(field.contenders, in, bounds, field.margin);
  }

  /**
   * A race before its first round.
   *
   * @param contenders those whose size is known; no two of one name
   * @param margin difference in speed that does not matter, as a share
   * @param error probability of any wrong statement
   */
  public static Race of(List<Contender> contenders, double margin, double error) {
    if (contenders.stream().map(Contender::name).distinct().count() < contenders.size()) {
      throw new IllegalArgumentException("two contenders of one name: " + contenders);
    }
    List<Contender> bySize =
        contenders.stream().sorted(Comparator.comparingDouble(Contender::bytesPerRow)).toList();
    return new Race(
        new Field(bySize, Math.log1p(margin), error),
        TwoWayLayout.of(bySize.size()),
        0,
        List.of(),
        List.of(),
        Covers.NONE);
  }

  /**
   * The race with one round more.
   *
   * @param logTimes natural logarithm of the time of each that is in, no more and no fewer
   */
  public Race after(Map<Contender, Double> logTimes) {
    if (!logTimes.keySet().equals(Set.copyOf(in()))) {
      throw new IllegalArgumentException("a round of " + logTimes.keySet() + ", not of " + in());
    }
    double[] values =
        field.contenders.stream().mapToDouble(c -> logTimes.getOrDefault(c, Double.NaN)).toArray();
    Race race = new Race(field, layout.with(values), rounds + 1, dropped, withdrawn, covers);
    Optional<Integer> leaving = race.leaving();
    while (leaving.isPresent()) {
      race = race.dropping(leaving.get());
      leaving = race.leaving();
    }
    return race;
  }

  /** The largest that is beaten outright, or else within the margin. */
  private Optional<Integer> leaving() {
    return in.stream()
        .filter(i -> !dominance.outright(i).isEmpty())
        .max(Comparator.naturalOrder())
        .or(
            () ->
                in.stream()
                    .filter(i -> !dominance.beating(i).isEmpty())
                    .filter(i -> covers.mayLeave(i, in, Set.of()))
                    .max(Comparator.naturalOrder()));
  }

  private Race dropping(int i) {
    Set<Integer> outright = dominance.outright(i);
    Set<Integer> beating = dominance.beating(i);
    int by =
        beating.stream().min(Comparator.comparingDouble(j -> bounds.upper(j, i))).orElseThrow();
    Dropped next =
        new Dropped(
            field.contenders.get(i),
            rounds,
            field.contenders.get(by),
            outright.isEmpty() ? Dropped.Reason.LARGER_AND_NOT_FASTER : Dropped.Reason.SLOWER,
            bounds.ratio(by, i));
    return new Race(
        field, layout, rounds, with(dropped, next), withdrawn, covers.with(i, beating, outright));
  }

  /** The race without one whose trial failed. */
  public Race without(Contender failed, String reason) {
    if (!in().contains(failed)) {
      throw new IllegalArgumentException(failed.name() + " is not in");
    }
    Withdrawn next = new Withdrawn(failed, rounds, reason);
    return new Race(field, layout, rounds, dropped, with(withdrawn, next), covers);
  }

  private static <T> List<T> with(List<T> some, T next) {
    List<T> all = new ArrayList<>(some);
    all.add(next);
    return List.copyOf(all);
  }

  /** Rounds so far. */
  public int rounds() {
    return rounds;
  }

  /** Those that the next round is of, from the smallest to the largest. */
  public List<Contender> in() {
    return in.stream().map(field.contenders::get).toList();
  }

  /** Those that were beaten, in the order of leaving. */
  public List<Dropped> dropped() {
    return dropped;
  }

  /** Those that failed, in the order of leaving. */
  public List<Withdrawn> withdrawn() {
    return withdrawn;
  }

  /** Those that were beaten only by some that failed later. */
  public List<Dropped> orphaned() {
    return dropped.stream()
        .filter(d -> !covers.isCovered(field.contenders.indexOf(d.contender()), in))
        .toList();
  }

  /** Whether any two that are in are told apart, or equal. */
  public boolean decided() {
    return in.stream().allMatch(i -> dominance.open(i).isEmpty());
  }

  /** Those that are in and faster beyond doubt than all that are in and not larger. */
  public List<Contender> certain() {
    return in.stream().filter(dominance::isCertain).map(field.contenders::get).toList();
  }

  /** Pairs that keep the race open. */
  public List<Undecided> undecided() {
    List<Undecided> pairs = new ArrayList<>();
    for (int larger : in) {
      for (int smaller : dominance.open(larger)) {
        pairs.add(
            new Undecided(
                field.contenders.get(smaller),
                field.contenders.get(larger),
                bounds.ratio(smaller, larger),
                bounds.furtherRounds(smaller, larger, field.margin)));
      }
    }
    return pairs;
  }

  /** Trials until all of these are decided, if the figures stay as they are. */
  public double furtherTrials() {
    Map<Contender, Double> further = new HashMap<>();
    for (Undecided pair : undecided()) {
      further.merge(pair.smaller(), pair.furtherRounds(), Math::max);
      further.merge(pair.larger(), pair.furtherRounds(), Math::max);
    }
    return further.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Those to choose from, by the means so far. */
  public Front front() {
    return Front.of(
        in.stream().map(i -> new Front.Point(field.contenders.get(i), layout.mean(i))).toList());
  }
}
