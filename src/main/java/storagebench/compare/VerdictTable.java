package storagebench.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Replication;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;
import storagebench.table.Text;

/** One row a cell and metric: both figures, their ratio, the verdict and how sure it is. */
final class VerdictTable {
  /** Verdicts in the order in which a reader with little room wants to know of them. */
  private static final List<Verdict> URGENCY =
      List.of(
          Verdict.REGRESSION,
          Verdict.NOT_COMPARABLE,
          Verdict.IMPROVEMENT,
          Verdict.DIFFERS,
          Verdict.COULD_NOT_TELL);

  private VerdictTable() {}

  /**
   * The verdicts.
   *
   * @param most number of rows above which the more urgent ones come first, equivalent ones are
   *     left out, and then the last ones
   */
  static Table of(Comparison comparison, int most) {
    List<Row> shown = shown(comparison.rows(), most);
    int leftOut = comparison.rows().size() - shown.size();
    boolean duel = comparison.rows().stream().anyMatch(VerdictTable::isDuel);
    return new TableBuilder<Row>("verdicts", "Verdicts", explanation(comparison))
        .keys(keys(comparison.rows().stream().map(Row::identity)), Row::identity)
        .add(Column.ofLabel("metric", "metric"), r -> Entry.of(VerdictText.metric(r)))
        .add(
            factor("ratio", duel ? "ratio (middle half)" : "ratio"),
            r -> Entry.of(r.ratio().value()))
        .add(Column.inWords("change", "change"), r -> Entry.ofWords(VerdictText.change(r)))
        .text("interval", "interval", VerdictTable::interval)
        .add(
            factor("ratio_of_totals", "of totals"),
            r -> isDuel(r) ? Entry.of(VerdictText.totals(r)) : Entry.BLANK)
        .add(Column.ofText("verdict", "verdict"), VerdictTable::verdict)
        .add(
            Column.of("smallest", "could see", Quantity.SHARE, Direction.NEUTRAL),
            VerdictText::visibleShare)
        .text("forks", "forks needed", VerdictTable::needed)
        .add(number("baseline"), VerdictTable::baseline)
        .add(number("candidate"), VerdictTable::candidate)
        .text("unit", "unit", r -> r.measure().unit(r.identity()))
        .remarks(leftOut == 0 ? List.of() : List.of(VerdictText.leftOut(leftOut, "row") + "."))
        .build(shown);
  }

  private static List<Row> shown(List<Row> rows, int most) {
    return rows.size() <= most
        ? rows
        : rows.stream()
            .filter(r -> r.verdict() != Verdict.EQUIVALENT)
            .sorted(Comparator.comparingInt(r -> URGENCY.indexOf(r.verdict())))
            .limit(most)
            .toList();
  }

  private static boolean isDuel(Row row) {
    return row.contrast().filter(Contrast::duel).isPresent();
  }

  private static Column factor(String name, String heading) {
    return Column.of(name, heading, Quantity.FACTOR, Direction.NEUTRAL);
  }

  static String explanation(Comparison comparison) {
    return Text.of(
        "Ratio = candidate / baseline with its %s interval, change is the same in words; ↓ lower is"
            + " better, ↑ higher; margin %s; chance of any false alarm in the suite at most %s. Differs: not equal, perhaps"
            + " by less than the margin. Could see: the smallest change that 80 of 100 such"
            + " comparisons would have found. Baseline and candidate are a report's figures:"
            + " us/row is the inverse of its throughput.",
        Margins.percent(1 - comparison.options().alpha()),
        Stream.of(
                margins(comparison, false),
                margins(comparison, true).map("of WAL and sizes "::concat))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")),
        Margins.percent(comparison.options().alpha()));
  }

  /** The margins of the measures that count bytes, or of the others. */
  private static Optional<String> margins(Comparison comparison, boolean bytes) {
    return comparison.options().measures().stream()
        .filter(measure -> measure.countsBytes() == bytes)
        .map(measure -> Margins.percent(comparison.options().margins().of(measure)))
        .distinct()
        .sorted()
        .reduce((one, other) -> one + " or " + other);
  }

  /** What tells rows of these identities apart. */
  static List<Key> keys(Stream<Identity> identities) {
    return Key.of(identities.map(i -> new Cell(i, List.of(), List.of(), Map.of())).toList());
  }

  private static Entry verdict(Row row) {
    Entry entry = Entry.of(row.verdict().label()).with(VerdictText.emphasis(row.verdict()));
    List<String> texts = new ArrayList<>(row.notes());
    if (!row.differences().isEmpty()) {
      texts.add(0, VerdictText.differencesAndRemedy(row));
    }
    for (String text : texts) {
      entry = entry.withNote(text);
    }
    return entry;
  }

  private static String interval(Row row) {
    return row.ratio().hasInterval() ? VerdictText.interval(row.ratio()) : "";
  }

  private static String needed(Row row) {
    if (!row.verdict().isInconclusive() || row.measure().exact()) {
      return "";
    }
    String more = row.ratio().hasInterval() ? "> " + Replication.MOST : "?";
    return row.forksToSettle().isPresent() ? "" + row.forksToSettle().getAsInt() : more;
  }

  static Entry baseline(Row row) {
    return row.contrast().map(c -> Entry.of(c.baseline().figure())).orElse(Entry.BLANK);
  }

  static Entry candidate(Row row) {
    return row.contrast().map(c -> Entry.of(c.candidate().figure())).orElse(Entry.BLANK);
  }

  static Column number(String name) {
    return Column.of(name, name, Quantity.NUMBER, Direction.NEUTRAL);
  }
}
