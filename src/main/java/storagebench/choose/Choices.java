package storagebench.choose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.report.Report;
import storagebench.results.Metric.Direction;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What can be chosen after a race: those on the front, three picks among them, and why the others
 * left.
 *
 * @param all of each race that has a round
 */
public record Choices(List<FinishedRace> all) {
  private static final Column RATE =
      Column.of("rate_rows_per_s", "rows/s", Quantity.RATE, Direction.HIGHER_IS_BETTER);

  private static final Column BYTES =
      Column.of("bytes_per_row", "B/row", Quantity.BYTES_PER_ROW, Direction.LOWER_IS_BETTER);

  /** A line of the table of candidates. */
  private record Line(FinishedRace choice, Contender contender, String stands) {}

  /** A line of the table of picks. */
  private record Pick(FinishedRace choice, String what, Contender contender) {}

  static Choices of(List<RacedCells> races, List<FinishedTrial> finished, Set<PlannedCell> failed) {
    return new Choices(
        races.stream()
            .flatMap(
                cells ->
                    cells
                        .soFar(finished, failed)
                        .map(race -> new FinishedRace(cells, race))
                        .stream())
            .toList());
  }

  /** The answer to each race in a sentence, and what has to be known beside it. */
  public List<String> sentences() {
    return all.stream().flatMap(choice -> ChoiceText.of(choice).stream()).toList();
  }

  /** The CREATE TABLE of each pick, to be pasted, after a comment that says which it is. */
  public String definitions() {
    return all.stream().flatMap(Choices::definitions).collect(Collectors.joining("\n"));
  }

  /** The picks and all candidates. */
  public Report report() {
    return new Report(
        List.of(),
        Stream.of(picks(), candidates()).flatMap(Optional::stream).toList(),
        List.of(),
        List.of());
  }

  private Optional<Table> picks() {
    List<Pick> picks = new ArrayList<>();
    for (FinishedRace choice : all) {
      Front front = choice.race().front();
      picks.add(new Pick(choice, "fastest", front.fastest()));
      picks.add(new Pick(choice, "smallest", front.smallest()));
      picks.add(new Pick(choice, "balanced", front.balanced()));
    }
    TableBuilder<Pick> table =
        new TableBuilder<>(
            "picks",
            "Picks",
            "Balanced is the one on the front that is closest to being as fast as the fastest and"
                + " as small as the smallest, by the logarithms of both (Zeleny 1973).");
    return ofRace(table, Pick::choice)
        .text("pick", "pick", Pick::what)
        .text("table", "table", pick -> pick.contender.name())
        .add(RATE, pick -> Entry.of(pick.choice.rowsPerSecond(pick.contender)))
        .add(BYTES, pick -> Entry.of(pick.contender.bytesPerRow()))
        .add(times("of_fastest", "of fastest"), pick -> share(pick.choice, pick.contender))
        .add(times("of_smallest", "of smallest"), pick -> size(pick.choice, pick.contender))
        .buildUnlessEmpty(picks);
  }

  /** Says of which race a row is, where there are several. */
  private <T> TableBuilder<T> ofRace(TableBuilder<T> table, Function<T, FinishedRace> choice) {
    return all.size() < 2
        ? table
        : table.text("race", "race", row -> choice.apply(row).cells().common().toString());
  }

  private static Column times(String name, String heading) {
    return Column.of(name, heading, Quantity.FACTOR, Direction.NEUTRAL);
  }

  private static Entry share(FinishedRace choice, Contender contender) {
    return Entry.of(
        choice.rowsPerSecond(contender) / choice.rowsPerSecond(choice.race().front().fastest()));
  }

  private static Entry size(FinishedRace choice, Contender contender) {
    return Entry.of(contender.bytesPerRow() / choice.race().front().smallest().bytesPerRow());
  }

  private static Stream<String> definitions(FinishedRace choice) {
    Front front = choice.race().front();
    return Stream.of(front.fastest(), front.smallest(), front.balanced())
        .distinct()
        .map(pick -> "-- " + pick.name() + "\n" + PastedTable.of(choice.cells().cell(pick)));
  }

  private Optional<Table> candidates() {
    List<Line> lines = new ArrayList<>();
    for (FinishedRace choice : all) {
      Race race = choice.race();
      List<Contender> front = race.front().points().stream().map(Front.Point::contender).toList();
      race.in()
          .forEach(c -> lines.add(new Line(choice, c, front.contains(c) ? "on the front" : "in")));
      race.dropped().forEach(d -> lines.add(new Line(choice, d.contender(), reason(d))));
    }
    TableBuilder<Line> table =
        new TableBuilder<>(
            "candidates",
            "Candidates",
            "Rows a second and bytes a row of all that raced. One leaves when another that is at"
                + " least as small is faster beyond doubt, or as fast within the margin; the chance"
                + " that any leaves that belongs to the front is at most 5 % a race. The speed of"
                + " those that left early is from few trials, and looks worse than it is: they left"
                + " because of it.");
    return ofRace(table, Line::choice)
        .text("table", "table", line -> line.contender.name())
        .add(RATE, line -> Entry.of(line.choice.rowsPerSecond(line.contender)))
        .add(BYTES, line -> Entry.of(line.contender.bytesPerRow()))
        .text("stands", "how it stands", Line::stands)
        .buildUnlessEmpty(lines);
  }

  private static String reason(Dropped dropped) {
    Estimate speedup = dropped.speedup();
    return String.format(
        Locale.ROOT,
        "left after round %d: %s is %s (%.2f times as fast)",
        dropped.round(),
        dropped.by().name(),
        dropped.reason() == Dropped.Reason.SLOWER
            ? "as small and faster"
            : "smaller and not slower than the margin",
        speedup.value());
  }
}
