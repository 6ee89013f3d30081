package storagebench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of a run's trials: rounds, each with every cell once, in random order, so that drift of
 * the machine or the server falls on all cells alike (Abedi and Brecht, "Conducting repeatable
 * experiments in highly variable cloud computing environments", ICPE 2017).
 */
public final class Rounds {
  private Rounds() {}

  /**
   * A trial to run.
   *
   * @param round 0 for the first
   * @param fork whether in a JVM of its own
   */
  public record Trial(Cell cell, int round, boolean fork) {}

  /** All trials of the selection; the same seed gives the same order. */
  static List<Trial> of(Selection selection, long seed) {
    Random random = new Random(seed);
    List<Trial> trials = new ArrayList<>();
    int rounds = selection.cells().stream().mapToInt(selection::rounds).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      List<Trial> next = new ArrayList<>();
      for (Cell cell : selection.cells()) {
        if (round < selection.rounds(cell)) {
          next.add(new Trial(cell, round, selection.forked(cell)));
        }
      }
      Collections.shuffle(next, random);
      trials.addAll(next);
    }
    return trials;
  }
}
