package storagebench.choose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.query.TimedQueries;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/** What the user's queries of the tables on the fronts take. */
final class QueryTimesTable {
  private static final double MILLIS_PER_SECOND = 1e3;

  private static final Column TIME =
      Column.of("time_s", "time", Quantity.TIME, Direction.LOWER_IS_BETTER);

  private static final Column FACTOR =
      Column.of("of_fastest", "of fastest", Quantity.FACTOR, Direction.NEUTRAL);

  private QueryTimesTable() {}

  private record Row(FinishedRace race, QueryTimes reading, QueryTimes.Line line) {}

  /** The table; empty where no queries were asked. */
  static Optional<Table> of(Choices choices) {
    TableBuilder<Row> table =
        new TableBuilder<>(
            "reading",
            "Reading",
            "What the choice costs in reading; it decides nothing. Your queries, each asked "
                + TimedQueries.REPEATS
                + " times in random order of tables that hold the rows of a trial.");
    if (choices.all().size() > 1) {
      table.text("race", "race", row -> row.race.name());
    }
    return table
        .text("query", "query", row -> Integer.toString(row.line.query()))
        .text("table", "table", row -> row.line.contender().name())
        .add(TIME, row -> Entry.of(row.line.milliseconds().times(1 / MILLIS_PER_SECOND)))
        .add(FACTOR, row -> Entry.of(row.reading.ofFastest(row.line)))
        .text("stopped", "stopped", QueryTimesTable::stopped)
        .remarks(remarks(choices))
        .buildUnlessEmpty(choices.all().stream().flatMap(QueryTimesTable::rows).toList());
  }

  private static Stream<Row> rows(FinishedRace race) {
    return race.reading().stream()
        .flatMap(reading -> reading.lines().stream().map(line -> new Row(race, reading, line)));
  }

  private static String stopped(Row row) {
    return row.line.stopped() ? "after " + row.reading.limit().toSeconds() + " s" : "";
  }

  private static List<String> remarks(Choices choices) {
    List<QueryTimes> readings = choices.all().stream().flatMap(r -> r.reading().stream()).toList();
    Stream<String> queries =
        readings.stream()
            .limit(1)
            .flatMap(
                reading ->
                    IntStream.range(0, reading.queries().size())
                        .mapToObj(i -> "Query " + (i + 1) + ": " + reading.queries().get(i)));
    List<Integer> unlike =
        readings.stream().flatMap(r -> r.unlike().stream()).distinct().sorted().toList();
    return Stream.concat(queries, unlike.isEmpty() ? Stream.of() : Stream.of(notAlike(unlike)))
        .toList();
  }

  private static String notAlike(List<Integer> queries) {
    return "Not the same rows from all tables: query "
        + queries.stream().map(String::valueOf).collect(Collectors.joining(", "))
        + ". A LIMIT without an order or a sum of floating-point numbers does that; else times of"
        + " different work are compared.";
  }
}
