package storagebench.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.Count;
import storagebench.compare.VerdictText;
import storagebench.compare.noise.Margins;
import storagebench.report.Report;
import storagebench.results.Cell;
import storagebench.results.Key;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;
import storagebench.table.Text;

/** A history as tables, for the renderers of reports. */
public final class HistoryTables {
  private static final double SECONDS_OF_A_MINUTE = 60;

  /** More would not be read in a warning. */
  private static final int MOST_NAMED = 3;

  private HistoryTables() {}

  /**
   * What the newest night says, what changed before, and the latest nights.
   *
   * @param most changes and nights that are shown, the latest first
   */
  public static Report of(History history, int most) {
    return new Report(
        warnings(history),
        Stream.of(
                changes(history, most),
                Optional.of(newest(history)),
                Optional.of(nights(history, most)))
            .flatMap(Optional::stream)
            .toList(),
        List.of(),
        List.of());
  }

  private static List<String> warnings(History history) {
    return Stream.of(anew(history), missing(history)).flatMap(Optional::stream).toList();
  }

  private static Optional<String> anew(History history) {
    return history.differences().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "lines begin anew with the newest night, which differs from earlier ones in "
                + String.join(", ", history.differences())
                + "; --allow FIELD goes on with them");
  }

  /** What was measured the night before and is gone is no change, and may be one for the worse. */
  private static Optional<String> missing(History history) {
    List<Line> missing = history.missing();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String more =
        missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : "";
    return Optional.of(
        missing.stream()
            .limit(MOST_NAMED)
            .map(ChangeText::name)
            .collect(
                Collectors.joining(
                    ", ", "the newest night lacks what the night before has: ", more)));
  }

  private static Optional<Table> changes(History history, int most) {
    List<Change> latest = new ArrayList<>(history.changes());
    Collections.reverse(latest);
    List<Change> shown = latest.stream().limit(most).toList();
    return new TableBuilder<Change>(
            "changes",
            "Changes",
            "Every change that was found, the latest first: how the night on which it was found"
                + " compared with earlier ones, and the nights and builds between which it happened,"
                + " with a confidence of 95 %. Later nights are compared with those after it.")
        .keys(keys(history), change -> change.line().cell())
        .add(Column.ofLabel("metric", "metric"), c -> Entry.of(metric(c.line())))
        .text("found", "found", change -> ChangeText.day(change.found().started()))
        .add(
            Column.ofText("verdict", "verdict"),
            c -> shown(c.reading(), c.reading().verdict().label()))
        .text("change", "change", c -> ChangeText.percent(c.reading().ratio().value()))
        .text("interval", "interval", c -> ChangeText.interval(c.reading().ratio()))
        .text("span", "compared with", change -> change.reading().span().label())
        .text("nights", "nights", ChangeText::nights)
        .text("builds", "builds", Change::builds)
        .remarks(leftOut(latest.size() - shown.size(), "change"))
        .buildUnlessEmpty(shown);
  }

  private static List<String> leftOut(int number, String noun) {
    return number == 0
        ? List.of()
        : List.of(
            Count.of(number, "earlier " + noun) + (number == 1 ? " is" : " are") + " not shown.");
  }

  private static Table newest(History history) {
    TableBuilder<Line> table =
        new TableBuilder<Line>("newest", "Newest night", explanation(history))
            .keys(keys(history), Line::cell)
            .add(Column.ofLabel("metric", "metric"), line -> Entry.of(metric(line)))
            .add(
                Column.of("figure", "newest", Quantity.NUMBER, Direction.NEUTRAL),
                line -> Entry.of(line.newest().figure().value()))
            .text("unit", "unit", line -> line.newest().figure().unit())
            .add(
                Column.of("nights", "nights", Quantity.COUNT, Direction.NEUTRAL),
                line -> Entry.of(line.points().size()));
    for (Span span : Span.values()) {
      table.add(
          Column.ofText(span.label(), span.label()),
          line ->
              reading(history, line, span)
                  .map(r -> shown(r, ChangeText.percent(r.ratio().value())))
                  .orElse(Entry.BLANK));
    }
    return table
        .text("could_see", "could see", line -> smallest(history, line))
        .build(history.newestLines());
  }

  private static String explanation(History history) {
    return Text.of(
        "The newest night compared with the nights, week, month and quarter before; ↓ lower is"
            + " better, ↑ higher. A change is larger than the margin, %s, of sizes and WAL %s unless"
            + " said otherwise, and the chance of any false alarm on a night is at most %s over all"
            + " cells, metrics and spans. Could see: the smallest change that 80 of 100 such nights"
            + " would have found.",
        Margins.percent(history.options().margins().usual()),
        Margins.percent(Margins.OF_BYTES),
        Margins.percent(history.options().alpha()));
  }

  private static Optional<Reading> reading(History history, Line line, Span span) {
    return history.readings().stream()
        .filter(reading -> reading.line() == line && reading.span() == span)
        .findFirst();
  }

  private static String smallest(History history, Line line) {
    return history.readings().stream()
        .filter(reading -> reading.line() == line && !Double.isNaN(reading.smallest()))
        .mapToDouble(Reading::smallest)
        .min()
        .stream()
        .mapToObj(smallest -> smallest > 10 ? "nothing yet" : Margins.percent(smallest - 1))
        .findFirst()
        .orElse("");
  }

  private static Table nights(History history, int most) {
    List<Night> latest = new ArrayList<>(history.nights());
    Collections.reverse(latest);
    List<Night> shown = latest.stream().limit(most).toList();
    return new TableBuilder<Night>("nights", "Nights", "What was measured, the latest first.")
        .text("started", "started", night -> night.started().toString())
        .text("build", "build", night -> night.build().label())
        .text("machine", "machine", Night::machine)
        .add(
            Column.of("cells", "cells", Quantity.COUNT, Direction.NEUTRAL),
            night -> Entry.of(night.cells().size()))
        .add(
            Column.of("minutes", "minutes", Quantity.NUMBER, Direction.NEUTRAL),
            night ->
                night.seconds() == null
                    ? Entry.BLANK
                    : Entry.of(night.seconds() / SECONDS_OF_A_MINUTE))
        .remarks(leftOut(latest.size() - shown.size(), "night"))
        .build(shown);
  }

  static List<Key> keys(History history) {
    return Key.of(
        history.lines().stream()
            .map(line -> new Cell(line.cell(), List.of(), List.of(), Map.of()))
            .toList());
  }

  private static String metric(Line line) {
    return line.metric() + (line.newest().figure().isHigherBetter() ? " ↑" : " ↓");
  }

  /** Words that stand out where they are of a change. */
  private static Entry shown(Reading reading, String words) {
    return reading.isChange()
        ? Entry.of(words).with(VerdictText.emphasis(reading.verdict()))
        : Entry.of(words);
  }
}
