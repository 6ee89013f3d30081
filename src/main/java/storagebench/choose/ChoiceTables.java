package storagebench.choose;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import storagebench.report.Report;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** What came of races, as tables. */
public final class ChoiceTables {
  private static final Column RATE =
      Column.of("rate_rows_per_s", "rows/s", Quantity.RATE, Direction.HIGHER_IS_BETTER);

  private static final Column BYTES =
      Column.of("bytes_per_row", "B/row", Quantity.BYTES_PER_ROW, Direction.LOWER_IS_BETTER);

  private static final Column TRIALS =
      Column.of("trials", "trials", Quantity.COUNT, Direction.NEUTRAL);

  private final Choices choices;

  /** A line of any of the tables. */
  private record Line(FinishedRace choice, Contender contender, String text, int trials) {}

  private ChoiceTables(Choices choices) {
    this.choices = choices;
  }

  /** The picks, the front and all candidates. */
  public static Report of(Choices choices) {
    return new ChoiceTables(choices).report();
  }

  private Report report() {
    return new Report(
        List.of(),
        Stream.of(picks(), front(), QueryTimesTable.of(choices), candidates())
            .flatMap(Optional::stream)
            .toList(),
        List.of(),
        List.of());
  }

  private Optional<Table> picks() {
    TableBuilder<Line> table =
        new TableBuilder<>(
            "picks",
            "Picks",
            "Balanced is the one on the front that is closest to being as fast as the fastest and"
                + " as small as the smallest, by the logarithms of both (Zeleny 1973).");
    ofRace(table).label("pick", "pick", Line::text).text("table", "table", ChoiceTables::name);
    return figures(table)
        .add(times("of_fastest", "of fastest"), ChoiceTables::share)
        .add(times("of_smallest", "of smallest"), ChoiceTables::size)
        .buildUnlessEmpty(
            lines(
                choice ->
                    choice.picks().stream()
                        .map(pick -> new Line(choice, pick.contender(), pick.name(), 0))));
  }

  private Optional<Table> front() {
    TableBuilder<Line> table =
        new TableBuilder<>(
            "front",
            "Front",
            "Those that none beats on both speed and size, from the smallest to the fastest.");
    figures(ofRace(table).label("table", "table", ChoiceTables::name));
    if (choices.rowsPerDay().isPresent()) {
      table
          .add(
              Column.of(
                  "inserting_minutes_per_day",
                  "min a day",
                  Quantity.NUMBER,
                  Direction.LOWER_IS_BETTER),
              line -> Entry.of(choices.minutesPerDay(line.choice, line.contender)))
          .add(
              Column.of(
                  "gigabytes_per_day", "GB a day", Quantity.NUMBER, Direction.LOWER_IS_BETTER),
              line -> Entry.of(choices.gigabytesPerDay(line.contender)));
    }
    return table
        .remarks(choices.all().stream().flatMap(this::steps).toList())
        .buildUnlessEmpty(
            lines(
                choice ->
                    choice.front().points().stream()
                        .map(point -> new Line(choice, point.contender(), "", 0))));
  }

  private Stream<String> steps(FinishedRace choice) {
    String race = choices.all().size() < 2 ? "" : choice.name() + ": ";
    return ChoiceText.steps(choice).stream().map(step -> race + step);
  }

  private Optional<Table> candidates() {
    TableBuilder<Line> table =
        new TableBuilder<>(
            "candidates",
            "Candidates",
            "Rows a second and bytes a row of all that raced. One leaves when another that is at"
                + " least as small is faster beyond doubt, or as fast within the margin; the chance"
                + " that any leaves that belongs to the front is at most 5 % a race. The speed of"
                + " those that left early is from few trials, and looks worse than it is: they left"
                + " because of it.");
    return figures(ofRace(table).label("table", "table", ChoiceTables::name))
        .add(TRIALS, line -> Entry.of(line.trials))
        .text("stands", "how it stands", Line::text)
        .buildUnlessEmpty(
            lines(
                choice ->
                    choice.standings().stream()
                        .map(s -> new Line(choice, s.contender(), s.text(), s.trials()))));
  }

  private List<Line> lines(Function<FinishedRace, Stream<Line>> ofRace) {
    return choices.all().stream().flatMap(ofRace).toList();
  }

  /** Says of which race a row is, where there are several. */
  private TableBuilder<Line> ofRace(TableBuilder<Line> table) {
    return choices.all().size() < 2
        ? table
        : table.label("race", "race", line -> line.choice.name());
  }

  private static TableBuilder<Line> figures(TableBuilder<Line> table) {
    return table
        .add(RATE, line -> Entry.of(line.choice.rowsPerSecond(line.contender)))
        .add(BYTES, line -> Entry.of(line.contender.bytesPerRow()));
  }

  private static String name(Line line) {
    return line.contender.name();
  }

  private static Column times(String name, String heading) {
    return Column.of(name, heading, Quantity.FACTOR, Direction.NEUTRAL);
  }

  private static Entry share(Line line) {
    FinishedRace choice = line.choice;
    return Entry.of(
        choice.rowsPerSecond(line.contender) / choice.rowsPerSecond(choice.front().fastest()));
  }

  private static Entry size(Line line) {
    return Entry.of(line.contender.bytesPerRow() / line.choice.front().smallest().bytesPerRow());
  }
}
