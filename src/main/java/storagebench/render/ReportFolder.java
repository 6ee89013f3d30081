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
   * Writes a report.
   *
   * @param folder made if it does not exist; files of these names are replaced
   * @throws storagebench.UserError if the folder cannot be written
   */
  public static void write(Report report, Path folder) {
    write(Map.of("", report), folder);
  }

  /**
   * Writes several reports, all of them or none.
   *
   * @param reports by their folder in this one; by nothing where it is this one
   */
  public static void write(Map<String, Report> reports, Path folder) {
    Map<String, String> files = new LinkedHashMap<>();
    reports.forEach(
        (within, report) -> {
          String prefix = within.isEmpty() ? "" : within + "/";
          for (Table table : report.tables()) {
            files.put(prefix + "csv/" + table.id() + ".csv", CsvRenderer.render(table));
          }
          files.put(prefix + "report.txt", new TextRenderer(false).render(report));
          files.put(prefix + "report.md", MarkdownRenderer.render(report));
          files.put(
              prefix + "report.html", new HtmlRenderer().render(report, folder.resolve(within)));
        });
    WholeFile.writeAll(folder, files);
  }
}
