package storagebench.choose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;

/**
 * What can be chosen after a race: those on the front, three picks among them, and why the others
 * left.
 *
 * @param all each race that has a round and a candidate that did not fail
 * @param rowsPerDay rows that the user inserts a day; empty where that was not said
 */
public record Choices(List<FinishedRace> all, OptionalDouble rowsPerDay) {
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double BYTES_PER_GB = 1e9;

  private static final String LIKE_YOURS =
      "-- "
          + PastedTable.YOURS
          + ": put the name of the table here whose columns the new one is to have.\n";

  public Choices {
    all = List.copyOf(all);
  }

  static Choices of(
      List<RacedCells> races,
      List<FinishedTrial> finished,
      Set<PlannedCell> failed,
      OptionalDouble rowsPerDay) {
    return new Choices(
        races.stream()
            .flatMap(
                cells ->
                    cells
                        .soFar(finished, failed)
                        .filter(race -> !race.in().isEmpty())
                        .map(
                            race ->
                                new FinishedRace(
                                    cells, race, cells.without(race), Optional.empty()))
                        .stream())
            .toList(),
        rowsPerDay);
  }

  /**
   * The same with what queries of the fronts took.
   *
   * @param readings by the name of the race
   */
  public Choices with(Map<String, QueryTimes> readings) {
    return new Choices(
        all.stream()
            .map(race -> race.with(Optional.ofNullable(readings.get(race.name()))))
            .toList(),
        rowsPerDay);
  }

  /** The answer to each race in a sentence, and what has to be known beside it. */
  public List<String> sentences() {
    return all.stream().flatMap(choice -> ChoiceText.of(choice).stream()).toList();
  }

  /** The CREATE TABLE of each pick, to be pasted, after a comment that says which it is. */
  public String definitions() {
    return (all.stream().allMatch(FinishedRace::isOfATable) ? "" : LIKE_YOURS + "\n")
        + all.stream().flatMap(Choices::definitions).collect(Collectors.joining("\n"));
  }

  private static Stream<String> definitions(FinishedRace choice) {
    return choice.picks().stream()
        .map(FinishedRace.Pick::contender)
        .distinct()
        .map(pick -> "-- " + pick.name() + "\n" + choice.definition(pick));
  }

  /** Minutes that inserting the rows of a day takes; NaN where their number is not known. */
  public double minutesPerDay(FinishedRace choice, Contender contender) {
    return rowsPerDay.orElse(Double.NaN) / choice.rowsPerSecond(contender) / SECONDS_PER_MINUTE;
  }

  /** GB, 10^9 bytes, that the rows of a day take; NaN where their number is not known. */
  public double gigabytesPerDay(Contender contender) {
    return rowsPerDay.orElse(Double.NaN) * contender.bytesPerRow() / BYTES_PER_GB;
  }
}
