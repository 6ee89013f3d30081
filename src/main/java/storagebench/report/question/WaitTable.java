package storagebench.report.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import storagebench.report.study.Study;
import storagebench.report.study.Waiting;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What did inserting sessions wait for? A row for the coordinator of each cell and one for its
 * segments, a column an event.
 */
public final class WaitTable implements Question {
  /** An event that has less than this share everywhere is not worth a column. */
  private static final double NEGLIGIBLE = 0.01;

  private static final String NO_WAIT = "cpu";

  private record Row(Cell cell, String where, Map<String, Double> shares) {}

  @Override
  public Optional<Table> answer(Study study) {
    List<Row> rows = study.cells().stream().flatMap(cell -> rows(cell).stream()).toList();
    SortedSet<String> events = new TreeSet<>();
    rows.forEach(
        row ->
            row.shares.forEach(
                (event, share) -> {
                  if (share >= NEGLIGIBLE && !event.equals(NO_WAIT)) {
                    events.add(event);
                  }
                }));
    TableBuilder<Row> table =
        new TableBuilder<Row>(
                "waits",
                "Wait events",
                "What inserting sessions waited for, in percent of the batches' time (-prof waits);"
                    + " no wait is work. Of segments it is the mean. Events below 1 % everywhere are"
                    + " left out.")
            .keys(study.keys(), row -> row.cell.identity())
            .add(Column.ofLabel("where", "where"), row -> Entry.of(row.where))
            .add(share(NO_WAIT, "no wait"), row -> share(row, NO_WAIT));
    events.forEach(
        event ->
            table.add(
                share(event, event.replaceFirst("\\.", ": ").replace('_', ' ')),
                row -> share(row, event)));
    return table.buildUnlessEmpty(rows);
  }

  private static List<Row> rows(Cell cell) {
    return Waiting.of(cell).stream()
        .collect(
            Collectors.groupingBy(
                Waiting::where,
                TreeMap::new,
                Collectors.toMap(Waiting::event, Waiting::share, Double::sum)))
        .entrySet()
        .stream()
        .map(where -> new Row(cell, where.getKey(), where.getValue()))
        .toList();
  }

  private static Column share(String event, String heading) {
    return Column.of(event + "_share", heading, Quantity.SHARE, Direction.NEUTRAL);
  }

  private static Entry share(Row row, String event) {
    return Entry.of(row.shares.getOrDefault(event, 0.0));
  }
}
