package storagebench.report.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.UserError;
import storagebench.report.Report;
import storagebench.report.table.Table;

/**
 * Writes a report into a folder: {@code report.txt}, {@code report.md}, {@code report.html} and one
 * {@code csv/TABLE.csv} a table. Each file is written beside and then renamed.
 */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * @param folder made if it does not exist; files of these names are replaced
   * @throws UserError if the folder cannot be written
   */
  public static void write(Report report, Path folder) {
    write(new Layout(report), folder);
  }

  /** The same for a report that is shown elsewhere too. */
  public static void write(Layout layout, Path folder) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Table table : layout.report().tables()) {
      files.put("csv/" + table.id() + ".csv", CsvRenderer.render(table));
    }
    files.put("report.txt", layout.text());
    files.put("report.md", new MarkdownRenderer().render(layout));
    files.put("report.html", new HtmlRenderer().render(layout));
    try {
      Files.createDirectories(folder.resolve("csv"));
      for (Map.Entry<String, String> file : files.entrySet()) {
        replace(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UserError(
          folder
              + ": the report cannot be written here ("
              + e.getMessage()
              + "); give --out another folder",
          e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
