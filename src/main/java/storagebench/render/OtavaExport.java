package storagebench.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import storagebench.compare.UniqueNames;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;

/**
 * A history for Apache Otava's CSV importer: one line a side, a column for each cell and metric.
 * Otava wants a time in each line; results have none, so that the lines count from 1970 on, a day
 * each, in the order baseline, candidate. Append the last line of each comparison to a file of your
 * own with a time of your own to keep a history.
 */
final class OtavaExport {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** Otava takes names of columns as names of metrics. */
  private static final Pattern NOT_A_NAME = Pattern.compile("[^A-Za-z0-9_.=-]+");

  private OtavaExport() {}

  static String render(ComparisonResult judged) {
    Map<String, Contrast> columns = new LinkedHashMap<>();
    List<Row> rows = judged.comparison().rows();
    UniqueNames unique = UniqueNames.of(rows, name -> NOT_A_NAME.matcher(name).replaceAll("_"));
    for (Row row : rows) {
      row.contrast().ifPresent(contrast -> columns.put(unique.of(row), contrast));
    }
    List<String> names = new ArrayList<>(List.of("time", "side"));
    names.addAll(columns.keySet());
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecord(names);
      printer.printRecord(line("1970-01-01", "baseline", columns, Contrast::baseline));
      printer.printRecord(line("1970-01-02", "candidate", columns, Contrast::candidate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> line(
      String time, String side, Map<String, Contrast> columns, Function<Contrast, Sample> figures) {
    List<String> line = new ArrayList<>(List.of(time + "T00:00:00Z", side));
    columns.values().forEach(c -> line.add(Double.toString(figures.apply(c).figure())));
    return line;
  }
}
