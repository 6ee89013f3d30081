package storagebench.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import storagebench.query.Answer;
import storagebench.results.ProfileFolder;
import storagebench.results.WholeFile;
import storagebench.statistics.Estimate;
import storagebench.statistics.Quantiles;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;

/** What the queries of one phase gave: every time, their means with intervals, and the plans. */
final class QueryLog {
  private final Path folder;
  private final long limit;
  private final List<Answer<QueryCell>> answers = new ArrayList<>();
  private final List<Clustering> clusterings = new ArrayList<>();

  /** A line of {@code query-times-N.csv}. */
  private record QueryTime(
      String query, Variant variant, String state, Double timeMs, Long stoppedAfterS) {}

  /** A line of {@code queries-N.csv}. */
  private record QueryMean(
      String query,
      Variant variant,
      String state,
      int times,
      Double medianMs,
      Double meanMs,
      Double meanMsLow,
      Double meanMsHigh,
      Long stoppedAfterS) {}

  /** A line of {@code cluster-N.csv}. */
  private record Clustering(
      Variant variant, double clusterS, long tableBytesBefore, long tableBytesAfter) {}

  /**
   * @param folder the stream's
   * @param limit seconds after which a query is stopped
   */
  QueryLog(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** The answers so far, in the order in which they came. */
  List<Answer<QueryCell>> answers() {
    return answers;
  }

  void add(Answer<QueryCell> answer) {
    answers.add(answer);
  }

  /** Whether the server stopped a query. */
  boolean isStopped(QueryCell cell) {
    return answers.stream().anyMatch(answer -> answer.stopped() && answer.cell().equals(cell));
  }

  /** What became of a query that the server stopped. */
  String stopped() {
    return "stopped after " + limit + " s";
  }

  /** Keeps how a query is executed. */
  void plan(Phase phase, QueryCell cell, String plan) {
    String name =
        String.format(
            Locale.ROOT,
            "phase%d-%s-%s-%s",
            phase.number(),
            cell.query().word(),
            cell.variant(),
            cell.state());
    ProfileFolder.keepPlan(folder, name, plan);
  }

  /** Keeps what CLUSTER took and did to the table. */
  void clustered(Variant variant, double seconds, Footprint before, Footprint after) {
    clusterings.add(new Clustering(variant, seconds, before.table(), after.table()));
  }

  /** Writes the CSV files of the phase. */
  void write(Phase phase) {
    List<QueryMean> means = new ArrayList<>();
    cells().forEach((cell, times) -> means.add(mean(cell, times)));
    write(
        "query-times-" + phase.number(),
        QueryTime.class,
        answers.stream().map(this::time).toList());
    write("queries-" + phase.number(), QueryMean.class, means);
    if (!clusterings.isEmpty()) {
      write("cluster-" + phase.number(), Clustering.class, clusterings);
    }
  }

  private <T extends Record> void write(String name, Class<T> type, List<T> rows) {
    byte[] text = new CsvRows<>(type).text(rows).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(folder.resolve(name + ".csv"), text);
  }

  /** The means, a line a query and variant. */
  void print(Phase phase, Consumer<String> lines) {
    cells()
        .forEach(
            (cell, times) ->
                lines.accept(
                    String.format(
                        Locale.ROOT,
                        "%s, %-14s %-14s %-9s %s",
                        phase,
                        cell.query().word(),
                        cell.variant(),
                        cell.state(),
                        isStopped(cell) ? stopped() : text(Estimate.ofMean(times)))));
  }

  private static String text(Estimate mean) {
    return String.format(
        Locale.ROOT, "%,10.1f ms (%,.1f to %,.1f)", mean.value(), mean.low(), mean.high());
  }

  private QueryTime time(Answer<QueryCell> answer) {
    QueryCell cell = answer.cell();
    return new QueryTime(
        cell.query().word(),
        cell.variant(),
        cell.state(),
        answer.stopped() ? null : answer.milliseconds(),
        answer.stopped() ? limit : null);
  }

  /** A query that was stopped once has no mean: what took longest would be missing in it. */
  private QueryMean mean(QueryCell cell, double[] times) {
    boolean stopped = isStopped(cell);
    Estimate mean = Estimate.ofMean(times);
    return new QueryMean(
        cell.query().word(),
        cell.variant(),
        cell.state(),
        times.length,
        stopped ? null : Quantiles.median(times),
        stopped ? null : mean.value(),
        stopped ? null : mean.low(),
        stopped ? null : mean.high(),
        stopped ? limit : null);
  }

  private Map<QueryCell, double[]> cells() {
    Map<QueryCell, double[]> cells = new LinkedHashMap<>();
    answers.stream()
        .map(Answer::cell)
        .distinct()
        .sorted(
            Comparator.comparing(QueryCell::query)
                .thenComparing(QueryCell::variant)
                .thenComparing(QueryCell::clustered))
        .forEach(
            cell ->
                cells.put(
                    cell,
                    answers.stream()
                        .filter(answer -> answer.cell().equals(cell) && !answer.stopped())
                        .mapToDouble(Answer::milliseconds)
                        .toArray()));
    return cells;
  }
}
