package storagebench.report.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** How fast was each fork? The dots of the throughput chart. */
public final class Forks implements Question {
  private record Numbered(Cell cell, int number) {
    private double rate() {
      return cell.batches().orElseThrow().get(number - 1).rate();
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<Numbered> forks =
        study.cells().stream()
            .filter(c -> Speed.rate(c).isPresent())
            .flatMap(
                c -> IntStream.rangeClosed(1, c.forks().size()).mapToObj(i -> new Numbered(c, i)))
            .toList();
    return new TableBuilder<Numbered>(
            "forks",
            "Forks",
            "Rows divided by time of each fork, in the order in which they were read.")
        .keys(study.keys(), f -> f.cell.identity())
        .add(Column.of("fork", "fork", Quantity.COUNT, Direction.NEUTRAL), f -> Entry.of(f.number))
        .add(
            Column.of("rate_rows_per_s", "throughput", Quantity.RATE, Direction.HIGHER_IS_BETTER),
            f -> Entry.of(f.rate()))
        .detail()
        .buildUnlessEmpty(forks);
  }
}
