package storagebench.report.question;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import storagebench.UserError;
import storagebench.results.Key;
import storagebench.results.Metric.Direction;
import storagebench.results.ParamOrder;
import storagebench.results.RunFolder;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * How long do the queries of a stream take in each variant? From {@code queries-PHASE.csv} beside
 * the stream's results: what {@code stream --queries} asked of the loaded tables.
 */
public final class QueryTable {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final double SECONDS_PER_MS = 1e-3;

  /** A line of the file of a phase. */
  private record Line(String indexes, CSVRecord fields) {
    String text(String field) {
      return fields.isSet(field) ? fields.get(field) : "";
    }

    double seconds(String field) {
      return ParamOrder.number(text(field))
          .map(number -> number.doubleValue() * SECONDS_PER_MS)
          .orElse(Double.NaN);
    }
  }

  private QueryTable() {}

  /** The table of the queries in these files or folders; empty where there are none. */
  public static Optional<Table> of(List<Path> results) {
    Set<Path> folders = new LinkedHashSet<>();
    results.stream()
        .flatMap(path -> RunFolder.resultsIn(path).stream())
        .forEach(file -> folders.add(file.toAbsolutePath().getParent()));
    List<Line> lines = new ArrayList<>();
    for (Path folder : folders) {
      lines.addAll(read(folder.resolve("queries-1.csv"), "false"));
      lines.addAll(read(folder.resolve("queries-2.csv"), "true"));
    }
    return table(lines);
  }

  private static List<Line> read(Path file, String indexes) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, CSV)) {
      return parser.getRecords().stream().map(fields -> new Line(indexes, fields)).toList();
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          file + ": cannot be read: " + e.getMessage() + "; restore it or move it away", e);
    }
  }

  private static Optional<Table> table(List<Line> lines) {
    return new TableBuilder<Line>(
            "queries",
            "Queries",
            "Time of a query of the loaded table by the client; the interval of the mean is over"
                + " its repeats in one stream.")
        .add(key("query", "query"), line -> Entry.ofWords(line.text("query")))
        .add(key("param:variant", Key.VARIANT.name()), line -> Entry.ofWords(line.text("variant")))
        .add(key("param:indexes", "indexes"), line -> Entry.of(line.indexes))
        .add(key("state", "state"), line -> Entry.ofWords(line.text("state")))
        .add(
            Column.of("times", "times", Quantity.COUNT, Direction.NEUTRAL),
            line -> Entry.of(number(line.text("times"))))
        .add(time("median_s", "median"), QueryTable::median)
        .add(time("mean_s", "mean").withInterval(), QueryTable::mean)
        .buildUnlessEmpty(lines);
  }

  private static Column key(String name, String heading) {
    return Column.ofKey(name, heading, new Key(heading));
  }

  private static Column time(String name, String heading) {
    return Column.of(name, heading, Quantity.TIME, Direction.LOWER_IS_BETTER);
  }

  private static Entry median(Line line) {
    String limit = line.text("stopped_after_s");
    Entry median = Entry.of(line.seconds("median_ms"));
    return limit.isEmpty() ? median : median.withNote("stopped after " + limit + " s");
  }

  private static Entry mean(Line line) {
    return Entry.of(
        new Estimate(
            line.seconds("mean_ms"), line.seconds("mean_ms_low"), line.seconds("mean_ms_high")));
  }

  private static double number(String text) {
    return ParamOrder.number(text).map(Number::doubleValue).orElse(Double.NaN);
  }
}
