package storagebench.compare.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import storagebench.UserError;
import storagebench.compare.table.ComparisonTables;
import storagebench.compare.table.ScriptTable;
import storagebench.report.render.CsvRenderer;
import storagebench.report.render.MarkdownRenderer;
import storagebench.report.render.TextRenderer;

/** The ways to write a comparison. The same comparison gives the same text, byte for byte. */
public enum Format {
  /** For a terminal. */
  TEXT("txt", j -> j.headline() + "\n\n" + new TextRenderer(false).render(j.tables())),
  /** For a comment of a pull request and the step summary of GitHub Actions. */
  MARKDOWN(
      "md",
      j ->
          "**"
              + j.headline()
              + "**\n\n"
              + new MarkdownRenderer().render(ComparisonTables.brief(j.comparison()))),
  /** For scripts: one line a cell and metric. */
  CSV("csv", j -> CsvRenderer.render(ScriptTable.of(j.comparison()))),
  /** For programs, with a published schema. */
  JSON("json", JsonRenderer::render),
  /** For build servers. */
  JUNIT("junit.xml", JUnitRenderer::render),
  /** For a browser, with a forest plot. */
  HTML("html", Html::render),
  /** A history for Apache Otava. */
  OTAVA("otava.csv", OtavaExport::render),
  /** Custom JSON of github-action-benchmark, tool customSmallerIsBetter. */
  GITHUB_ACTION_BENCHMARK("github-action-benchmark.json", BenchmarkActionExport::render);

  private final String extension;
  private final Function<Judged, String> renderer;

  Format(String extension, Function<Judged, String> renderer) {
    this.extension = extension;
    this.renderer = renderer;
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
  public String render(Judged judged) {
    return renderer.apply(judged);
  }
}
