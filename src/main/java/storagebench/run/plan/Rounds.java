package storagebench.run.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The trials of a run, as rounds: each has every cell once, in random order, so that drift of the
 * machine or the server falls on all cells alike (Abedi and Brecht, "Conducting repeatable
 * experiments in highly variable cloud computing environments", ICPE 2017). The same selection and
 * seed give the same trials, and more rounds leave the earlier ones as they were.
 */
public final class Rounds {
  private final Selection selection;
  private final Order order;
  private final Random random;
  private int count;

  /**
   * @param selection what takes part
   * @param order in what order
   * @param seed of the random order
   */
  public Rounds(Selection selection, Order order, long seed) {
    this.selection = selection;
    this.order = order;
    this.random = new Random(seed);
  }

  /**
   * A trial of a run, whether it is planned or finished.
   *
   * @param cell what it measures
   * @param round 0 for the first
   */
  public record Trial(PlannedCell cell, int round) {}

  /** All trials of the selection in rounds; the same seed gives the same order. */
  static List<Trial> of(Selection selection, long seed) {
    return new Rounds(selection, Order.RANDOM, seed).planned();
  }

  /** Number of rounds so far. */
  public int count() {
    return count;
  }

  /** The rounds that the selection asks for; to be called once, first. */
  public List<Trial> planned() {
    List<Trial> trials = new ArrayList<>();
    int rounds = selection.cells().stream().mapToInt(selection::rounds).max().orElse(0);
    while (count < rounds) {
      trials.addAll(next(cell -> count < selection.rounds(cell)));
    }
    if (order == Order.FIXED) {
      trials.sort(
          Comparator.comparingInt((Trial trial) -> selection.cells().indexOf(trial.cell()))
              .thenComparingInt(Trial::round));
    }
    return trials;
  }

  /** One round more than there are, of all cells. */
  public List<Trial> another() {
    return next(cell -> true);
  }

  private List<Trial> next(Predicate<PlannedCell> takesPart) {
    List<Trial> trials = new ArrayList<>();
    for (PlannedCell cell : selection.cells()) {
      if (takesPart.test(cell)) {
        trials.add(new Trial(cell, count));
      }
    }
    Collections.shuffle(trials, random);
    count++;
    return trials;
  }
}
