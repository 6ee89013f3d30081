package storagebench.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import storagebench.UserError;
import storagebench.compare.ComparisonTables;
import storagebench.compare.ScriptTable;
import storagebench.render.layout.Inert;

/** The ways to write a comparison. The same comparison gives the same text, byte for byte. */
public enum Format {
  /** For a terminal. */
  TEXT("txt"),
  /** For a comment of a pull request and the step summary of GitHub Actions. */
  MARKDOWN("md"),
  /** For scripts: one line a cell and metric. */
  CSV("csv"),
  /** For programs, with a published schema. */
  JSON("json"),
  /** For build servers. */
  JUNIT("junit.xml"),
  /** For a browser, with a forest plot. */
  HTML("html"),
  /** A history for Apache Otava. */
  OTAVA("otava.csv"),
  /** Custom JSON of github-action-benchmark, tool customSmallerIsBetter. */
  GITHUB_ACTION_BENCHMARK("github-action-benchmark.json");

  /** Characters that GitHub takes. */
  private static final int LONGEST_COMMENT = 65_536;

  private static final int ROWS_OF_A_COMMENT = 150;

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /** The format of that name. */
  public static Format parse(String name) {
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
    return Arrays.stream(values()).map(Format::label).toList();
  }

  /** Name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name of the file among those of {@code --out}. */
  public String fileName() {
    return "compare." + extension;
  }

  /** The whole text, ending in a line break. */
  public String render(ComparisonResult judged) {
    return switch (this) {
      case TEXT -> text(judged, new TextRenderer(false));
      case MARKDOWN -> comment(judged);
      case CSV -> CsvRenderer.render(ScriptTable.of(judged.comparison()));
      case JSON -> JsonRenderer.render(judged);
      case JUNIT -> JUnitRenderer.render(judged);
      case HTML -> HtmlRenderer.render(judged);
      case OTAVA -> OtavaExport.render(judged);
      case GITHUB_ACTION_BENCHMARK -> BenchmarkActionExport.render(judged);
    };
  }

  /** What {@link #TEXT} is, as wide as its renderer. */
  public static String text(ComparisonResult judged, TextRenderer renderer) {
    return Inert.line(judged.headline()) + "\n\n" + renderer.render(judged.tables());
  }

  /** As much as a comment holds, what is urgent first. */
  private static String comment(ComparisonResult judged) {
    int most = ROWS_OF_A_COMMENT;
    String text = comment(judged, most);
    while (text.length() > LONGEST_COMMENT && most > 1) {
      most /= 2;
      text = comment(judged, most);
    }
    return text;
  }

  private static String comment(ComparisonResult judged, int most) {
    return "**"
        + MarkdownRenderer.escaped(judged.headline())
        + "**\n\n"
        + MarkdownRenderer.render(ComparisonTables.brief(judged.comparison(), most));
  }
}
