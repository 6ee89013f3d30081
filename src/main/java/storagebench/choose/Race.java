package storagebench.choose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A race for speed and size, after any number of rounds. In each round all that race have one
 * trial. One that another beats beyond doubt leaves, and that other, or one that beats both, stays.
 * One that is told from all that are in, or equal to them, rests: it is in, but needs no more
 * trials. The race is decided when all rest.
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
  private final RaceTerms terms;
  private final RaceState state;
  private final List<Integer> racing;
  private final Bounds bounds;
  private final Dominance dominance;

  private Race(RaceTerms terms, RaceState state) {
    this.terms = terms;
    this.state = state;
    Set<Contender> dropped =
        state.dropped().stream().map(Dropped::contender).collect(Collectors.toSet());
    Set<Contender> failed =
        state.withdrawn().stream().map(Withdrawn::contender).collect(Collectors.toSet());
    this.racing =
        IntStream.range(0, terms.contenders().size())
            .filter(i -> !dropped.contains(terms.get(i)) && !failed.contains(terms.get(i)))
            .filter(i -> !state.resting().contains(i))
            .boxed()
            .toList();
    this.bounds = terms.bounds(state.layout(), state.rounds(), dropped, racing.size());
    this.dominance = new Dominance(terms.contenders(), racing, bounds, terms.margin());
  }

  /**
   * A race before its first round.
   *
   * @param contenders those whose size is known; no two of one name
   * @param margin difference in speed that does not matter, as a share
   * @param error probability of any wrong statement
   */
  public static Race of(List<Contender> contenders, double margin, double error) {
    return new Race(
        new RaceTerms(contenders, Math.log1p(margin), error), RaceState.before(contenders.size()));
  }

  /**
   * The race with one round more.
   *
   * @param logTimes natural logarithm of the time of each that races, no more and no fewer
   */
  public Race after(Map<Contender, Double> logTimes) {
    if (!logTimes.keySet().equals(Set.copyOf(racing()))) {
      throw new IllegalArgumentException(
          "a round of " + logTimes.keySet() + ", not of " + racing());
    }
    return new Race(terms, state.after(terms.inOrder(logTimes))).judged();
  }

  /** The race without one whose trial failed; the round goes on with the others. */
  public Race without(Contender failed, String reason) {
    if (!racing().contains(failed)) {
      throw new IllegalArgumentException(failed.name() + " does not race");
    }
    Race race = new Race(terms, state.without(new Withdrawn(failed, rounds(), reason)));
    return rounds() > 0 ? race.resting() : race;
  }

  /** Lets leave whoever may, one after the other, because each changes what holds; others rest. */
  private Race judged() {
    Race race = this;
    Optional<Integer> leaving = race.leaving();
    while (leaving.isPresent()) {
      race = race.dropping(leaving.get());
      leaving = race.leaving();
    }
    return race.resting();
  }

  /** The largest that is beaten outright, or else within the margin. */
  private Optional<Integer> leaving() {
    List<Integer> in = indices();
    Optional<Integer> outright =
        racing.stream()
            .filter(i -> !dominance.outright(i).isEmpty())
            .max(Comparator.naturalOrder());
    return outright.or(
        () ->
            racing.stream()
                .filter(i -> !dominance.beating(i).isEmpty() && state.covers().mayLeave(i, in))
                .max(Comparator.naturalOrder()));
  }

  private Race dropping(int i) {
    Set<Integer> outright = dominance.outright(i);
    Set<Integer> beating = dominance.beating(i);
    int by =
        beating.stream().min(Comparator.comparingDouble(j -> bounds.upper(j, i))).orElseThrow();
    Dropped dropped =
        new Dropped(
            terms.get(i),
            state.rounds(),
            terms.get(by),
            outright.isEmpty() ? Dropped.Reason.LARGER_AND_NOT_FASTER : Dropped.Reason.SLOWER,
            bounds.ratio(by, i));
    return new Race(terms, state.dropping(dropped, state.covers().with(i, beating, outright)));
  }

  /** With those resting that have nothing open with any other. */
  private Race resting() {
    Set<Integer> open =
        racing.stream()
            .flatMap(i -> dominance.open(i).stream().flatMap(k -> Stream.of(k, i)))
            .collect(Collectors.toSet());
    List<Equal> equal = new ArrayList<>();
    for (int larger : racing) {
      for (int smaller : dominance.equal(larger)) {
        if (!open.contains(larger) || !open.contains(smaller)) {
          equal.add(new Equal(terms.get(smaller), terms.get(larger)));
        }
      }
    }
    List<Integer> more = racing.stream().filter(i -> !open.contains(i)).toList();
    return new Race(terms, state.resting(more, equal));
  }

  /** All that have raced, from the smallest to the largest. */
  public List<Contender> contenders() {
    return terms.contenders();
  }

  /** How many trials of one there were. */
  public int trials(Contender contender) {
    return state.layout().rounds(terms.indexOf(contender));
  }

  /** Rounds so far. */
  public int rounds() {
    return state.rounds();
  }

  /** Those that the next round is of, from the smallest to the largest; none when decided. */
  public List<Contender> racing() {
    return racing.stream().map(terms::get).toList();
  }

  /** Those that race and those that rest, from the smallest to the largest. */
  public List<Contender> in() {
    return indices().stream().map(terms::get).toList();
  }

  private List<Integer> indices() {
    return Stream.concat(racing.stream(), state.resting().stream()).sorted().toList();
  }

  /** Those that were beaten, in the order of leaving. */
  public List<Dropped> dropped() {
    return state.dropped();
  }

  /** Those that failed, in the order of leaving. */
  public List<Withdrawn> withdrawn() {
    return state.withdrawn();
  }

  /** Those that were beaten only by some that failed later. */
  public List<Dropped> orphaned() {
    return state.dropped().stream()
        .filter(d -> !state.covers().isCovered(terms.indexOf(d.contender()), indices()))
        .toList();
  }

  /** Whether any two that are in are told apart, or equal. */
  public boolean decided() {
    return racing.isEmpty();
  }

  /** Pairs of which both are in, and neither is faster by more than the margin. */
  public List<Equal> equal() {
    List<Contender> in = in();
    return state.equal().stream()
        .filter(pair -> in.contains(pair.smaller()) && in.contains(pair.larger()))
        .toList();
  }

  /** Pairs that keep the race open. */
  public List<Undecided> undecided() {
    List<Undecided> pairs = new ArrayList<>();
    for (int larger : racing) {
      for (int smaller : dominance.open(larger)) {
        pairs.add(
            new Undecided(
                terms.get(smaller),
                terms.get(larger),
                bounds.ratio(smaller, larger),
                bounds.furtherRounds(smaller, larger, terms.margin())));
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
        indices().stream()
            .map(i -> new Front.Point(terms.get(i), state.layout().adjusted(i)))
            .toList());
  }

  /** Mean logarithm of the time of one, as if it had been in all rounds. */
  public double logTime(Contender contender) {
    return state.layout().adjusted(terms.indexOf(contender));
  }
}
