package storagebench.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.report.Report;
import storagebench.results.WholeFile;
import storagebench.table.Table;

/**
 * Writes a report into a folder: {@code report.txt}, {@code report.md}, {@code report.html} and one
 * {@code csv/TABLE.csv} a table; all of them or none.
 */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * @param folder made if it does not exist; files of these names are replaced
   * @throws storagebench.UserError if the folder cannot be written
   */
  public static void write(Report report, Path folder) {
    write(new Layout(report), folder);
  }

  /** The same for a report that is shown elsewhere too. */
  public static void write(Layout layout, Path folder) {
    write(Map.of("", layout), folder);
  }

  /**
   * Writes several reports, all of them or none.
   *
   * @param layouts by their folder in this one; by nothing where it is this one
   */
  public static void write(Map<String, Layout> layouts, Path folder) {
    Map<String, String> files = new LinkedHashMap<>();
    layouts.forEach(
        (within, layout) ->
            files(layout)
                .forEach(
                    (name, text) ->
                        files.put(within + (within.isEmpty() ? "" : "/") + name, text)));
    WholeFile.writeAll(folder, files);
  }

  private static Map<String, String> files(Layout layout) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Table table : layout.report().tables()) {
      files.put("csv/" + table.id() + ".csv", CsvRenderer.render(table));
    }
    files.put("report.txt", layout.text());
    files.put("report.md", new MarkdownRenderer().render(layout));
    files.put("report.html", new HtmlRenderer().render(layout));
    return files;
  }
}
