package storagebench.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import storagebench.UserError;
import storagebench.history.Change;
import storagebench.history.ChangeText;
import storagebench.history.History;
import storagebench.history.HistoryHeadline;
import storagebench.history.HistoryTables;
import storagebench.history.NightsTable;
import storagebench.render.layout.Inert;

/** The ways to write a history. The same history gives the same text, byte for byte. */
public enum HistoryFormat {
  /** For a terminal. */
  TEXT("txt"),
  /** For an issue and the step summary of GitHub Actions. */
  MARKDOWN("md"),
  /** For scripts: one line a night, cell and metric. */
  CSV("csv"),
  /** For programs, with a published schema. */
  JSON("json"),
  /** For a browser, with a chart of each line. */
  HTML("html");

  /** Changes and nights in what is read in passing. */
  private static final int BRIEF = 10;

  private final String extension;

  HistoryFormat(String extension) {
    this.extension = extension;
  }

  /** The format of that name. */
  public static HistoryFormat parse(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "--format " + name + ": unknown; known are " + String.join(", ", labels())));
  }

  /** All names, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(HistoryFormat::label).toList();
  }

  /** Name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the file among those of {@code --out}. */
  public String fileName() {
    return "history." + extension;
  }

  /** The answer, and every change that was found on the newest night. */
  private static String alert(History history) {
    StringBuilder out = new StringBuilder();
    out.append("**").append(MarkdownRenderer.escaped(HistoryHeadline.of(history))).append("**\n\n");
    if (history.news().size() > 1) {
      for (Change change : history.news()) {
        out.append("- ").append(MarkdownRenderer.escaped(ChangeText.sentence(change))).append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** What {@link #TEXT} is, as wide as its renderer. */
  public static String text(History history, TextRenderer renderer) {
    return Inert.line(HistoryHeadline.of(history))
        + "\n\n"
        + renderer.render(HistoryTables.of(history, BRIEF));
  }

  /** The whole text, ending in a line break. */
  public String render(History history) {
    return switch (this) {
      case TEXT -> text(history, new TextRenderer(false));
      case MARKDOWN -> alert(history) + MarkdownRenderer.render(HistoryTables.of(history, BRIEF));
      case CSV -> CsvRenderer.render(NightsTable.of(history));
      case JSON -> HistoryJson.render(history);
      case HTML -> HtmlRenderer.render(history);
    };
  }
}
