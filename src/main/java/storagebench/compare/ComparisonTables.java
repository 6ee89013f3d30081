package storagebench.compare;

import java.util.List;
import java.util.stream.Stream;
import storagebench.compare.match.CellName;
import storagebench.compare.match.Difference;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.OneSided;
import storagebench.report.Report;
import storagebench.results.Projection;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/** A comparison as tables, for the renderers of reports. */
public final class ComparisonTables {
  private ComparisonTables() {}

  /** Everything, for reading. */
  public static Report full(Comparison comparison) {
    return brief(comparison, Integer.MAX_VALUE);
  }

  /** No more than so many rows of a table, what is urgent first, and so many warnings. */
  public static Report brief(Comparison comparison, int most) {
    Stream<Table> tables =
        Stream.of(
                Stream.of(SuiteTable.of(comparison), VerdictTable.of(comparison, most)),
                oneSided(comparison, most),
                servers(comparison.servers()))
            .flatMap(s -> s);
    return new Report(
        first(comparison.warnings(), most),
        tables.toList(),
        comparison.options().by().map(Projection::columns).orElse(List.of()),
        List.of());
  }

  private static List<String> first(List<String> all, int most) {
    return all.size() <= most
        ? all
        : Stream.concat(
                all.stream().limit(most),
                Stream.of(VerdictText.leftOut(all.size() - most, "warning")))
            .toList();
  }

  private static Stream<Table> oneSided(Comparison comparison, int most) {
    List<List<Entry>> rows =
        Stream.concat(
                comparison.onlyBaseline().stream().map(i -> row(i, "baseline")),
                comparison.onlyCandidate().stream().map(i -> row(i, "candidate")))
            .toList();
    return rows.isEmpty()
        ? Stream.of()
        : Stream.of(
            table(
                "one-sided",
                "Only on one side",
                "Cells, and metrics of cells, that could not be compared because the other side lacks"
                    + " them.",
                List.of(
                    Column.ofText("cell", "cell"),
                    Column.ofText("side", "only in"),
                    Column.ofText("metric", "metric")),
                rows.stream().limit(most).toList(),
                rows.size() > most
                    ? List.of(VerdictText.leftOut(rows.size() - most, "row") + ".")
                    : List.of()));
  }

  private static List<Entry> row(OneSided there, String side) {
    return List.of(
        Entry.of(CellName.of(there.cell())),
        Entry.of(side),
        Entry.of(there.measure().map(Measure::name).orElse("all")));
  }

  private static Stream<Table> servers(List<Difference> servers) {
    return servers.isEmpty()
        ? Stream.of()
        : Stream.of(
            table(
                "servers",
                "Servers",
                "Version and build of both sides: what is compared.",
                List.of(
                    Column.ofText("fact", "fact"),
                    Column.ofText("baseline", "baseline"),
                    Column.ofText("candidate", "candidate")),
                servers.stream()
                    .map(
                        d ->
                            List.of(
                                Entry.of(d.field()),
                                Entry.of(d.baseline()),
                                Entry.of(d.candidate())))
                    .toList(),
                List.of()));
  }

  private static Table table(
      String id,
      String title,
      String explanation,
      List<Column> columns,
      List<List<Entry>> rows,
      List<String> remarks) {
    return new Table(id, title, explanation, columns, rows, remarks, List.of(), false);
  }
}
