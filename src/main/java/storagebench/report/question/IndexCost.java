package storagebench.report.question;

import java.util.List;
import java.util.Optional;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.report.study.TableSizes;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Key;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.results.Params;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** What do indexes cost? The same cell with all or one of them and without any. */
public final class IndexCost implements Question {
  private static final Key INDEXES = new Key(Params.INDEXES);

  private record Pair(Identity identity, Cell without, Cell with) {}

  @Override
  public Optional<Table> answer(Study study) {
    return new TableBuilder<Pair>(
            "index-cost",
            "Index cost",
            "The same work with and without the indexes: the share of throughput that they cost,"
                + " and their bytes for each row of the table.")
        .keys(keys(study), Pair::identity)
        .add(
            Throughput.RATE.renamed("rate_without_rows_per_s", "without"),
            p -> Entry.of(Speed.rate(p.without).orElseThrow().estimate()))
        .add(
            Throughput.RATE.renamed("rate_with_rows_per_s", "with indexes"),
            p -> Entry.of(Speed.rate(p.with).orElseThrow().estimate()))
        .add(
            Column.of("share_lost", "lost", Quantity.SHARE, Direction.LOWER_IS_BETTER)
                .withInterval(),
            p -> Entry.of(Speed.relative(p.with, p.without).estimate().complement()))
        .add(
            Column.of(
                    "index_bytes_per_row",
                    "indexes",
                    Quantity.BYTES_PER_ROW,
                    Direction.LOWER_IS_BETTER)
                .withInterval(),
            p -> Entry.of(TableSizes.ratio(p.with, Metric.BYTES_INDEX, Metric.ROWS_TABLE)))
        .buildUnlessEmpty(pairs(study));
  }

  /** The indexes tell rows apart where more than one choice of them was measured. */
  private static List<Key> keys(Study study) {
    boolean several = pairs(study).stream().map(p -> index(p.with)).distinct().count() > 1;
    return several ? study.keys() : study.keysWithout(INDEXES);
  }

  private static Optional<String> index(Cell cell) {
    return INDEXES.of(cell.identity());
  }

  private static List<Pair> pairs(Study study) {
    return study.cells().stream()
        .filter(c -> index(c).filter(i -> !i.equals("false")).isPresent())
        .flatMap(
            with ->
                study.sibling(with, INDEXES, "false").stream()
                    .map(o -> new Pair(with.identity(), o, with)))
        .filter(p -> Speed.rate(p.with).isPresent() && Speed.rate(p.without).isPresent())
        .toList();
  }
}
