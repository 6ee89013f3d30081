package storagebench.choose;

import java.util.ArrayList;
import java.util.List;
import storagebench.statistics.TwoWayLayout;

/**
 * What changes during a race. Contenders are indices into those of {@link RaceTerms}.
 *
 * @param layout the trials
 * @param rounds so far
 * @param dropped in the order of leaving
 * @param withdrawn in the order of leaving
 * @param covers who stands for those that were dropped
 * @param resting those that are in and do not race
 * @param equal pairs that were in when one of them began to rest
 */
record RaceState(
    TwoWayLayout layout,
    int rounds,
    List<Dropped> dropped,
    List<Withdrawn> withdrawn,
    Covers covers,
    List<Integer> resting,
    List<Equal> equal) {

  RaceState {
    dropped = List.copyOf(dropped);
    withdrawn = List.copyOf(withdrawn);
    resting = List.copyOf(resting);
    equal = List.copyOf(equal);
  }

  static RaceState before(int contenders) {
    return new RaceState(
        TwoWayLayout.of(contenders), 0, List.of(), List.of(), Covers.NONE, List.of(), List.of());
  }

  RaceState after(double... logTimes) {
    return new RaceState(
        layout.with(logTimes), rounds + 1, dropped, withdrawn, covers, resting, equal);
  }

  RaceState dropping(Dropped next, Covers nextCovers) {
    return new RaceState(
        layout, rounds, with(dropped, List.of(next)), withdrawn, nextCovers, resting, equal);
  }

  RaceState without(Withdrawn next) {
    return new RaceState(
        layout, rounds, dropped, with(withdrawn, List.of(next)), covers, resting, equal);
  }

  RaceState resting(List<Integer> more, List<Equal> pairs) {
    return new RaceState(
        layout, rounds, dropped, withdrawn, covers, with(resting, more), with(equal, pairs));
  }

  private static <T> List<T> with(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
