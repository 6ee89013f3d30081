package storagebench.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;
import storagebench.results.Identity;
import storagebench.table.Entry;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** Every field of every row, and what only one side has, for scripts. */
public final class ScriptTable {
  /**
   * A row of the table; of what only one side has there is no verdict, and of a whole cell that the
   * other lacks no metric.
   */
  private record Line(
      Identity cell, Optional<Measure> measure, String verdict, Optional<Row> compared) {
    static Line of(Row row) {
      return new Line(
          row.identity(), Optional.of(row.measure()), row.verdict().label(), Optional.of(row));
    }

    static Line of(OneSided there, String verdict) {
      return new Line(there.cell(), there.measure(), verdict, Optional.empty());
    }

    String text(Function<Row, String> words) {
      return compared.map(words).orElse("");
    }
  }

  private ScriptTable() {}

  /** One row a cell and metric; of what only one side has, it says so as its verdict. */
  public static Table of(Comparison comparison) {
    List<Line> lines =
        Stream.of(
                comparison.rows().stream().map(Line::of),
                comparison.onlyBaseline().stream().map(o -> Line.of(o, "only in baseline")),
                comparison.onlyCandidate().stream().map(o -> Line.of(o, "only in candidate")))
            .flatMap(some -> some)
            .toList();
    TableBuilder<Line> table =
        new TableBuilder<Line>("comparison", "Comparison", VerdictTable.explanation(comparison))
            .keys(VerdictTable.keys(lines.stream().map(Line::cell)), Line::cell)
            .text("metric", "metric", line -> line.measure.map(Measure::name).orElse(""))
            .text("unit", "unit", line -> line.text(r -> r.measure().unit(r.identity())))
            .text("better", "better", line -> line.text(ScriptTable::better))
            .text("verdict", "verdict", Line::verdict);
    figure(table, "baseline", VerdictTable::baseline);
    figure(table, "candidate", VerdictTable::candidate);
    table.add(VerdictTable.number("ratio").withInterval(), entry(r -> Entry.of(r.ratio())));
    figure(table, "ratio_of_totals", r -> Entry.of(VerdictText.totals(r)));
    figure(table, "p_holm", r -> Entry.of(r.p()));
    figure(table, "margin", r -> Entry.of(r.margin()));
    figure(table, "smallest_change", r -> Entry.of(r.smallest() - 1));
    figure(table, "forks_to_settle", ScriptTable::forks);
    figure(table, "baseline_forks", r -> count(r, Contrast::baseline));
    figure(table, "candidate_forks", r -> count(r, Contrast::candidate));
    return table
        .text("paired", "paired", line -> line.text(ScriptTable::paired))
        .text("differences", "differences", line -> line.text(VerdictText::differences))
        .text("notes", "notes", line -> line.text(r -> String.join("; ", r.notes())))
        .build(lines);
  }

  private static void figure(TableBuilder<Line> table, String name, Function<Row, Entry> figure) {
    table.add(VerdictTable.number(name), entry(figure));
  }

  private static Function<Line, Entry> entry(Function<Row, Entry> figure) {
    return line -> line.compared.map(figure).orElse(Entry.BLANK);
  }

  private static String better(Row row) {
    return row.measure().higherIsBetter(row.identity()) ? "higher" : "lower";
  }

  private static Entry forks(Row row) {
    return row.forksToSettle().isPresent() ? Entry.of(row.forksToSettle().getAsInt()) : Entry.BLANK;
  }

  private static Entry count(Row row, Function<Contrast, Sample> side) {
    return row.contrast().map(c -> Entry.of(side.apply(c).count())).orElse(Entry.BLANK);
  }

  private static String paired(Row row) {
    return row.contrast().map(c -> Boolean.toString(c.paired())).orElse("");
  }
}
