package storagebench.choose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import storagebench.Count;
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
public record Choices(List<Choice> all) {
  private static final Column RATE =
      Column.of("rate_rows_per_s", "rows/s", Quantity.RATE, Direction.HIGHER_IS_BETTER);

  private static final Column BYTES =
      Column.of("bytes_per_row", "B/row", Quantity.BYTES_PER_ROW, Direction.LOWER_IS_BETTER);

  /**
   * Of one race.
   *
   * @param cells what raced
   * @param race how it stands
   */
  public record Choice(RacedCells cells, Race race) {
    double rowsPerSecond(Contender contender) {
      return Math.exp(-race.logTime(contender));
    }
  }

  /** A line of the table of candidates. */
  private record Line(Choice choice, Contender contender, String stands) {}

  /** A line of the table of picks. */
  private record Pick(Choice choice, String what, Contender contender) {}

  static Choices of(List<RacedCells> races, List<FinishedTrial> finished) {
    return new Choices(
        races.stream()
            .flatMap(cells -> cells.soFar(finished).map(race -> new Choice(cells, race)).stream())
            .toList());
  }

  /** The answer to each race in a sentence, then what is open. */
  public List<String> sentences() {
    return all.stream().flatMap(Choices::sentences).toList();
  }

  private static Stream<String> sentences(Choice choice) {
    Race race = choice.race();
    Front front = race.front();
    List<String> lines = new ArrayList<>();
    lines.add(headline(choice, front));
    if (race.decided()
        && race.in().size() > 1
        && race.dropped().isEmpty()
        && race.equal().size() == race.in().size() * (race.in().size() - 1) / 2) {
      lines.add("All are equal within the margin; take the default.");
    }
    if (!race.decided()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Undecided: %s; if the figures stay as they are, about %,.0f trials more.",
              Count.of(race.undecided().size(), "pair"),
              race.furtherTrials()));
    }
    race.withdrawn().forEach(w -> lines.add(w.contender().name() + ": " + w.reason() + "."));
    return lines.stream();
  }

  private static String headline(Choice choice, Front front) {
    Contender pick = front.balanced();
    StringBuilder text =
        new StringBuilder(common(choice.cells().common()))
            .append(pick.name())
            .append(
                String.format(
                    Locale.ROOT,
                    ": %.0f B a row and %s rows/s",
                    pick.bytesPerRow(),
                    rate(choice.rowsPerSecond(pick))));
    for (Front.Point point : front.points()) {
      if (!point.contender().equals(pick)) {
        text.append("; ").append(beside(choice, point.contender(), pick));
      }
    }
    return text.append('.').toString();
  }

  private static String common(PlannedCell cell) {
    return cell + ": ";
  }

  private static String beside(Choice choice, Contender other, Contender pick) {
    double size = 100 * (other.bytesPerRow() / pick.bytesPerRow() - 1);
    double speed = 100 * (choice.rowsPerSecond(other) / choice.rowsPerSecond(pick) - 1);
    return String.format(
        Locale.ROOT,
        "%s is %.0f %% %s and %.0f %% %s",
        other.name(),
        Math.abs(size),
        size < 0 ? "smaller" : "larger",
        Math.abs(speed),
        speed < 0 ? "slower" : "faster");
  }

  private static String rate(double rows) {
    return rows >= 1e6
        ? String.format(Locale.ROOT, "%.2f million", rows / 1e6)
        : String.format(Locale.ROOT, "%,.0f", rows);
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
    for (Choice choice : all) {
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
        .remarks(all.stream().flatMap(Choices::definitions).toList())
        .buildUnlessEmpty(picks);
  }

  /** Says of which race a row is, where there are several. */
  private <T> TableBuilder<T> ofRace(TableBuilder<T> table, Function<T, Choice> choice) {
    return all.size() < 2
        ? table
        : table.text("race", "race", row -> choice.apply(row).cells().common().toString());
  }

  private static Column times(String name, String heading) {
    return Column.of(name, heading, Quantity.FACTOR, Direction.NEUTRAL);
  }

  private static Entry share(Choice choice, Contender contender) {
    return Entry.of(
        choice.rowsPerSecond(contender) / choice.rowsPerSecond(choice.race().front().fastest()));
  }

  private static Entry size(Choice choice, Contender contender) {
    return Entry.of(contender.bytesPerRow() / choice.race().front().smallest().bytesPerRow());
  }

  private static Stream<String> definitions(Choice choice) {
    Front front = choice.race().front();
    return Stream.of(front.fastest(), front.smallest(), front.balanced())
        .distinct()
        .map(pick -> PastedTable.of(choice.cells().cell(pick)));
  }

  private Optional<Table> candidates() {
    List<Line> lines = new ArrayList<>();
    for (Choice choice : all) {
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
