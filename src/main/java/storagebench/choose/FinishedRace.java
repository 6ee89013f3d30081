package storagebench.choose;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import storagebench.storage.Workload;

/**
 * A race that was run, to its end or as far as the budget went.
 *
 * @param cells what raced
 * @param race how it stands
 * @param failed names of candidates without a first trial: it failed, so that they never raced
 * @param reading what queries of the tables on the front take, if they were asked
 */
public record FinishedRace(
    RacedCells cells, Race race, List<String> failed, Optional<QueryTimes> reading) {
  /** The access method of a table whose definition names none. */
  private static final String USUAL = "HEAP";

  public FinishedRace {
    failed = List.copyOf(failed);
  }

  /** The same race with what queries took; without, if they were not asked of its front. */
  FinishedRace with(Optional<QueryTimes> asked) {
    return new FinishedRace(cells, race, failed, asked);
  }

  /** Benchmark, workload, batch size and what else all candidates have in common. */
  public String name() {
    return cells.common().toString();
  }

  /** Whether its rows are those of a table of the user's. */
  boolean isOfATable() {
    return Workload.isTable(cells.common().workload());
  }

  /** Difference in speed that does not matter, as a share. */
  public double margin() {
    return cells.margin();
  }

  /** Rows a second of a contender, by the mean of the logarithms of its trials. */
  public double rowsPerSecond(Contender contender) {
    return Math.exp(-race.logTime(contender));
  }

  /** Those to choose from: of equal ones the server's usual table, where it is as small as any. */
  public Front front() {
    Front front = race.front();
    return usual()
        .map(usual -> new Front(List.of(new Front.Point(usual, race.logTime(usual)))))
        .orElse(front);
  }

  /** The server's usual table, where nothing is smaller and nothing faster by the margin. */
  Optional<Contender> usual() {
    double smallest = race.front().smallest().bytesPerRow();
    return Optional.of(USUAL)
        .filter(name -> allEqual())
        .flatMap(name -> race.in().stream().filter(c -> c.name().equals(name)).findFirst())
        .filter(contender -> contender.bytesPerRow() <= smallest);
  }

  /**
   * Whether all are equally fast within the margin: those that are in by the bounds of the race,
   * those that left by the figures of the round after which they did.
   */
  boolean allEqual() {
    long in = race.in().size();
    return in + race.dropped().size() > 1
        && race.decided()
        && race.equal().size() == in * (in - 1) / 2
        && race.dropped().stream().allMatch(left -> left.isAsFast(margin()));
  }

  /** The three picks; one may be more than one of them. */
  public List<Pick> picks() {
    Front front = front();
    return List.of(
        new Pick("fastest", front.fastest()),
        new Pick("smallest", front.smallest()),
        new Pick("balanced", front.balanced()));
  }

  /**
   * One of the picks.
   *
   * @param name what it is the best in
   */
  public record Pick(String name, Contender contender) {}

  /** All that have a first trial: those on the front, others that are in, those that left. */
  public List<Standing> standings() {
    List<Contender> front = front().points().stream().map(Front.Point::contender).toList();
    Predicate<Contender> chosen = front::contains;
    return Stream.of(
            front.stream().map(c -> new Standing(c, State.FRONT, race.trials(c), "on the front")),
            race.in().stream()
                .filter(chosen.negate())
                .map(c -> new Standing(c, State.IN, race.trials(c), "in, not on the front")),
            race.dropped().stream()
                .filter(d -> !front.contains(d.contender()))
                .map(d -> new Standing(d.contender(), State.DROPPED, d.round(), d.why())),
            race.withdrawn().stream()
                .map(w -> new Standing(w.contender(), State.FAILED, w.rounds(), w.reason())))
        .flatMap(all -> all)
        .toList();
  }

  /** Where a candidate stands at the end. */
  public enum State {
    FRONT,
    IN,
    DROPPED,
    FAILED
  }

  /**
   * Where a candidate stands at the end.
   *
   * @param trials its trials; of one that left the round after which it did
   * @param text the same in words, and why
   */
  public record Standing(Contender contender, State state, int trials, String text) {}

  /** The CREATE TABLE of a contender, to be pasted. */
  public String definition(Contender contender) {
    return cells.definition(contender);
  }
}
