package storagebench.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import storagebench.compare.Comparison;
import storagebench.compare.UniqueNames;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;
import storagebench.results.Provenance;

/**
 * A history for Apache Otava's CSV importer: one line a side, with the time at which it was
 * measured and its commit, and a column for each cell and metric. Append the last line of each
 * comparison to a file of your own to keep a history. Where nothing says when a side was measured,
 * as of a file of JMH alone, its time is blank.
 */
final class OtavaExport {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** Otava takes names of columns as names of metrics. */
  private static final Pattern NOT_A_NAME = Pattern.compile("[^A-Za-z0-9_.=-]+");

  private OtavaExport() {}

  static String render(ComparisonResult judged) {
    Map<String, Contrast> columns = new LinkedHashMap<>();
    Comparison comparison = judged.comparison();
    List<Row> rows = comparison.rows();
    UniqueNames unique = UniqueNames.of(rows, name -> NOT_A_NAME.matcher(name).replaceAll("_"));
    for (Row row : rows) {
      row.contrast().ifPresent(contrast -> columns.put(unique.of(row), contrast));
    }
    List<String> names = new ArrayList<>(List.of("time", "side", "commit"));
    names.addAll(columns.keySet());
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecord(names);
      printer.printRecord(line(comparison.baseline(), "baseline", columns, Contrast::baseline));
      printer.printRecord(line(comparison.candidate(), "candidate", columns, Contrast::candidate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> line(
      Provenance measured,
      String side,
      Map<String, Contrast> columns,
      Function<Contrast, Sample> figures) {
    List<String> line =
        new ArrayList<>(
            List.of(
                measured.started().map(OtavaExport::second).orElse(""),
                side,
                measured.build().commit().orElse("")));
    columns.values().forEach(c -> line.add(Double.toString(figures.apply(c).figure())));
    return line;
  }

  private static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
