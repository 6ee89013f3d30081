package storagebench.report.question;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Key;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** What do more sessions bring? Where a cell was run with several numbers of threads. */
public final class Concurrency implements Question {
  private record Scaled(Cell cell, Cell fewest) {
    Estimate speedup() {
      return cell == fewest ? Estimate.exact(1) : Speed.relative(cell, fewest).estimate();
    }

    double moreThreads() {
      return cell.identity().threads() / (double) fewest.identity().threads();
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    List<Scaled> rows =
        study.groupsBy(Key.THREADS).values().stream()
            .map(group -> group.stream().filter(c -> Speed.rate(c).isPresent()).toList())
            .filter(group -> group.size() > 1)
            .flatMap(group -> scaled(group).stream())
            .toList();
    return new TableBuilder<Scaled>(
            "concurrency",
            "Concurrency",
            "Throughput of all sessions together, against the fewest threads measured, and as a"
                + " share of what as many times the threads would bring at best.")
        .keys(study.keys(), s -> s.cell.identity())
        .add(Throughput.RATE, s -> Entry.of(Speed.rate(s.cell).orElseThrow().estimate()))
        .add(
            Column.of("speedup", "vs fewest threads", Quantity.FACTOR, Direction.HIGHER_IS_BETTER)
                .withInterval(),
            s -> Entry.of(s.speedup()))
        .add(
            Column.of("efficiency", "of linear", Quantity.SHARE, Direction.HIGHER_IS_BETTER)
                .withInterval(),
            s -> Entry.of(s.speedup().times(1 / s.moreThreads())))
        .buildUnlessEmpty(rows);
  }

  private static List<Scaled> scaled(List<Cell> group) {
    List<Cell> byThreads =
        group.stream().sorted(Comparator.comparingInt((Cell c) -> c.identity().threads())).toList();
    return byThreads.stream().map(c -> new Scaled(c, byThreads.get(0))).toList();
  }
}
