package storagebench.report.question;

import java.util.Optional;
import storagebench.report.study.Study;
import storagebench.report.study.TableSizes;
import storagebench.results.Cell;
import storagebench.results.Identity;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.results.Params;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.RatioWords;
import storagebench.table.Table;
import storagebench.table.TableBuilder;
import storagebench.table.Text;

/**
 * How small does each format store the same rows? Bytes of the rows as COPY text / bytes of the
 * table; indexes and auxiliary relations apart.
 */
public final class Compression implements Question {
  /** A larger difference from the server's own figure is said. */
  private static final double CROSS_CHECK = 0.01;

  static final Column BYTES_PER_ROW =
      Column.of("bytes_per_row", "bytes per row", Quantity.BYTES_PER_ROW, Direction.LOWER_IS_BETTER)
          .withInterval();

  private static final Column RATIO =
      Column.of("ratio", "ratio", Quantity.FACTOR, Direction.HIGHER_IS_BETTER).withInterval();

  @Override
  public Optional<Table> answer(Study study) {
    if (study.cells().stream().allMatch(c -> c.last(Metric.BYTES_TABLE).isEmpty())) {
      return Optional.empty();
    }
    TableBuilder<Cell> table =
        new TableBuilder<Cell>(
                "compression",
                "Compression",
                "Sizes after the last batch of a fork. Ratio: bytes of the rows as COPY text (raw)"
                    + " by bytes of the table without indexes.")
            .keys(study.keys(), Cell::identity)
            .add(
                column("rows", "rows", Quantity.ROWS, Direction.NEUTRAL),
                c -> amount(c, Metric.ROWS_TABLE))
            .add(bytes("raw_bytes", "raw", Direction.NEUTRAL), c -> amount(c, Metric.BYTES_RAW))
            .add(bytes("table_bytes", "table", Direction.LOWER_IS_BETTER), Compression::table)
            .add(BYTES_PER_ROW, c -> perRow(c, Metric.BYTES_TABLE))
            .add(RATIO, Compression::ratio);
    for (String value : study.size().values()) {
      table.add(
          column("size_over_" + value, "/ " + value, Quantity.FACTOR, Direction.LOWER_IS_BETTER),
          c -> relative(study, c, value));
      table.add(
          Column.inWords("size_over_" + value + "_words", "than " + value),
          c -> inWords(study, c, value));
    }
    return Optional.of(
        table
            .add(
                bytes("index_bytes", "indexes", Direction.LOWER_IS_BETTER),
                c -> size(c, Metric.BYTES_INDEX))
            .add(
                bytes("auxiliary_bytes", "auxiliary", Direction.LOWER_IS_BETTER),
                c -> size(c, Metric.BYTES_AUXILIARY))
            .add(
                bytes("uncompressed_bytes", "server's raw", Direction.NEUTRAL),
                c -> amount(c, Metric.BYTES_UNCOMPRESSED))
            .build(study.cells()));
  }

  private static Column bytes(String name, String heading, Direction good) {
    return column(name, heading, Quantity.BYTES, good);
  }

  private static Column column(String name, String heading, Quantity quantity, Direction good) {
    return Column.of(name, heading, quantity, good).withInterval();
  }

  private static Entry size(Cell cell, Metric metric) {
    return Entry.of(TableSizes.of(cell, metric));
  }

  /** How much work a fork did is no estimate of anything: it has no interval. */
  private static Entry amount(Cell cell, Metric metric) {
    Entry mean = Entry.of(TableSizes.of(cell, metric).value());
    return TableSizes.forksDiffer(cell, metric)
        ? mean.withNote("the forks differ in how much they inserted: their mean")
        : mean;
  }

  private static Entry perRow(Cell cell, Metric metric) {
    return Entry.of(TableSizes.ratio(cell, metric, Metric.ROWS_TABLE));
  }

  private static Entry table(Cell cell) {
    Entry entry = size(cell, Metric.BYTES_TABLE);
    return TableSizes.forksDiffer(cell, Metric.BYTES_TABLE)
        ? entry.withNote("the forks' tables differ in size: mean and interval over the forks")
        : entry;
  }

  private static Entry ratio(Cell cell) {
    Entry entry = Entry.of(TableSizes.ratio(cell, Metric.BYTES_RAW, Metric.BYTES_TABLE));
    return TableSizes.uncompressedOverRaw(cell)
        .filter(ratio -> Math.abs(ratio - 1) > CROSS_CHECK)
        .map(ratio -> entry.withNote(crossCheck(cell.identity(), ratio)))
        .orElse(entry);
  }

  private static String crossCheck(Identity identity, double ratio) {
    return Text.of(
        "%s: the server counts %+.1f %% against the rows as COPY text before compression,"
            + " so its own compression ratio is that much different",
        identity.param(Params.VARIANT).orElse("table"), 100 * (ratio - 1));
  }

  private static Entry relative(Study study, Cell cell, String value) {
    return study
        .sibling(cell, study.size().key(), value)
        .map(o -> o == cell ? Estimate.exact(1) : TableSizes.relative(cell, o))
        .map(Entry::of)
        .orElse(Entry.BLANK);
  }

  private static Entry inWords(Study study, Cell cell, String value) {
    return study
        .sibling(cell, study.size().key(), value)
        .filter(o -> o != cell)
        .map(o -> RatioWords.OF_SIZE.of(TableSizes.relative(cell, o)))
        .map(Entry::ofWords)
        .orElse(Entry.BLANK);
  }
}
