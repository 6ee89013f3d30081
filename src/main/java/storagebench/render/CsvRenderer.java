package storagebench.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import storagebench.results.ParamOrder;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * For scripts: one table in base units, every figure so that reading it gives the same double.
 * Columns with intervals have two more, {@code _low} and {@code _high}; a blank was not measured.
 */
public final class CsvRenderer {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** How spreadsheets recognise formulas, and what keeps them from it, to be told apart. */
  private static final String FORMULA_STARTS = "=+-@\t\r'";

  /** Whole numbers up to here are exact in a double and shorter without an exponent. */
  private static final double LARGEST_WHOLE = 1e15;

  private CsvRenderer() {}

  /** The table with one line of names. */
  public static String render(Table table) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (Column column : table.columns()) {
        for (String name : names(column)) {
          printer.print(name);
        }
      }
      printer.println();
      for (List<Entry> row : table.rows()) {
        print(row, table.columns(), printer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Names of the fields that one column becomes. */
  static List<String> names(Column column) {
    String name = inert(column.name());
    List<String> names = new ArrayList<>(List.of(name));
    if (column.interval()) {
      names.add(name + "_low");
      names.add(name + "_high");
    }
    return names;
  }

  private static void print(List<Entry> row, List<Column> columns, CSVPrinter printer)
      throws IOException {
    for (int i = 0; i < row.size(); i++) {
      Optional<Estimate> figure = row.get(i).figure();
      if (figure.isPresent()) {
        printer.print(number(figure.get().value()));
      } else {
        printer.print(inert(row.get(i).text().orElse("")));
      }
      if (columns.get(i).interval()) {
        printer.print(figure.isPresent() ? number(figure.get().low()) : "");
        printer.print(figure.isPresent() ? number(figure.get().high()) : "");
      }
    }
    printer.println();
  }

  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
    return Double.isNaN(value) ? "" : whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** A name that no spreadsheet takes for a formula; a number is none. */
  private static String inert(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula && ParamOrder.number(text).isEmpty() ? "'" + text : text;
  }
}
