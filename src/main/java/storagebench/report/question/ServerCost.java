package storagebench.report.question;

import java.util.Optional;
import storagebench.report.study.Speed;
import storagebench.report.study.Spent;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** What does a row cost the server beside time? CPU and write-ahead log. */
public final class ServerCost implements Question {
  static final Column CPU =
      Column.of("cpu_s_per_row", "CPU", Quantity.TIME_PER_ROW, Direction.LOWER_IS_BETTER)
          .withInterval();
  private static final Column CORES =
      Column.of("cores_busy", "cores busy", Quantity.NUMBER, Direction.NEUTRAL);
  private static final Column INSTRUCTIONS =
      Column.of(
              "instructions_per_row",
              "instructions/row",
              Quantity.NUMBER,
              Direction.LOWER_IS_BETTER)
          .withInterval();
  private static final Column WAL =
      Column.of("wal_bytes_per_row", "WAL", Quantity.BYTES_PER_ROW, Direction.LOWER_IS_BETTER)
          .withInterval();

  @Override
  public Optional<Table> answer(Study study) {
    TableBuilder<Cell> table =
        new TableBuilder<Cell>(
                "server-cost",
                "What the server spent",
                "CPU of the processes that insert, where all of them share the client's machine;"
                    + " write-ahead log of all instances. Relative figures are CPU: below 1 is"
                    + " less.")
            .keys(study.keys(), Cell::identity)
            .add(CPU, ServerCost::cpu);
    for (String value : study.speed().values()) {
      table.add(relativeTo(value), c -> relative(study, c, value));
    }
    return table
        .add(CORES, c -> cores(c).map(Entry::of).orElse(Entry.BLANK))
        .add(INSTRUCTIONS, c -> entry(Spent.instructionsPerRow(c)))
        .add(WAL, c -> entry(Spent.walBytesPerRow(c)))
        .buildUnlessEmpty(
            study.cells().stream()
                .filter(
                    c -> Spent.cpuSecondsPerRow(c).or(() -> Spent.walBytesPerRow(c)).isPresent())
                .toList());
  }

  static Entry cpu(Cell cell) {
    return entry(Spent.cpuSecondsPerRow(cell));
  }

  private static Column relativeTo(String value) {
    return Column.of("cpu_over_" + value, "vs " + value, Quantity.FACTOR, Direction.LOWER_IS_BETTER)
        .withInterval();
  }

  private static Entry relative(Study study, Cell cell, String value) {
    Optional<RatioEstimate> mine = Spent.cpuSecondsPerRow(cell);
    Optional<Cell> other = study.sibling(cell, study.speed().key(), value);
    return other.equals(Optional.of(cell))
        ? mine.map(cpu -> Entry.of(Estimate.exact(1))).orElse(Entry.BLANK)
        : entry(mine.flatMap(cpu -> other.flatMap(Spent::cpuSecondsPerRow).map(cpu::over)));
  }

  /** The mean over the time of the batches. */
  private static Optional<Double> cores(Cell cell) {
    return Spent.cpuSecondsPerRow(cell)
        .map(cpu -> cpu.value() * Speed.rate(cell).orElseThrow().value());
  }

  private static Entry entry(Optional<RatioEstimate> figure) {
    return figure.map(RatioEstimate::estimate).map(Entry::of).orElse(Entry.BLANK);
  }
}
