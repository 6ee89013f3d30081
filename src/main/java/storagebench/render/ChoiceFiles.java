package storagebench.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.choose.Choices;
import storagebench.report.Report;
import storagebench.results.WholeFile;
import storagebench.table.Table;

/** Writes what a race came to into the run's folder, in every format; all of them or none. */
public final class ChoiceFiles {
  private ChoiceFiles() {}

  /**
   * Writes {@code choice.txt}, {@code choice.md}, {@code choice.html} and {@code csv/TABLE.csv}.
   *
   * @throws storagebench.UserError if the folder cannot be written
   */
  public static void write(Choices choices, Path folder) {
    Report report = choices.report();
    Map<String, String> files = new LinkedHashMap<>();
    for (Table table : report.tables()) {
      files.put("csv/" + table.id() + ".csv", CsvRenderer.render(table));
    }
    String answer = String.join("\n", choices.sentences());
    files.put("choice.txt", text(choices));
    files.put("choice.md", "**" + answer + "**\n\n" + MarkdownRenderer.render(report));
    files.put("choice.html", HtmlRenderer.render(answer, report));
    WholeFile.writeAll(folder, files);
  }

  /** The answer, then the tables, for a terminal. */
  public static String text(Choices choices) {
    return String.join("\n", choices.sentences())
        + "\n\n"
        + new TextRenderer(false).render(choices.report());
  }
}
