package storagebench.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import storagebench.compare.match.CellName;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.OneSided;
import storagebench.report.Report;
import storagebench.results.Difference;
import storagebench.results.Projection;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** A comparison as tables, for the renderers of reports. */
public final class ComparisonTables {
  private ComparisonTables() {}

  /** Everything, for reading. */
  public static Report full(Comparison comparison) {
    return of(
        comparison,
        Integer.MAX_VALUE,
        Stream.of(AnatomyChange.table(comparison.anatomy()), WaitChange.table(comparison.waits())));
  }

  /** No more than so many rows of a table, what is urgent first, and so many warnings. */
  public static Report brief(Comparison comparison, int most) {
    return of(comparison, most, Stream.empty());
  }

  private static Report of(Comparison comparison, int most, Stream<Optional<Table>> profiled) {
    List<Table> tables =
        Stream.concat(
                Stream.of(
                    Optional.of(SuiteTable.of(comparison)),
                    Optional.of(VerdictTable.of(comparison, most)),
                    oneSided(comparison, most),
                    servers(comparison.servers())),
                profiled)
            .flatMap(Optional::stream)
            .toList();
    return new Report(
        first(comparison.warnings(), most),
        tables,
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

  /** A cell or metric, and the side that has it. */
  private record Found(OneSided what, String side) {}

  private static Optional<Table> oneSided(Comparison comparison, int most) {
    List<Found> rows =
        Stream.concat(
                comparison.onlyBaseline().stream().map(o -> new Found(o, "baseline")),
                comparison.onlyCandidate().stream().map(o -> new Found(o, "candidate")))
            .toList();
    return new TableBuilder<Found>(
            "one-sided",
            "Only on one side",
            "Cells, and metrics of cells, that could not be compared because the other side lacks"
                + " them.")
        .label("cell", "cell", row -> CellName.of(row.what.cell()))
        .text("side", "only in", Found::side)
        .label("metric", "metric", row -> row.what.measure().map(Measure::name).orElse("all"))
        .remarks(
            rows.size() > most
                ? List.of(VerdictText.leftOut(rows.size() - most, "row") + ".")
                : List.of())
        .buildUnlessEmpty(rows.stream().limit(most).toList());
  }

  private static Optional<Table> servers(List<Difference> servers) {
    return new TableBuilder<Difference>(
            "servers", "Servers", "Version and build of both sides: what is compared.")
        .text("fact", "fact", Difference::field)
        .text("baseline", "baseline", Difference::baseline)
        .text("candidate", "candidate", Difference::candidate)
        .buildUnlessEmpty(servers);
  }
}
