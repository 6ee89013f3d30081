package storagebench.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.choose.ChoiceTables;
import storagebench.choose.Choices;
import storagebench.compare.Comparison;
import storagebench.history.History;
import storagebench.history.HistoryHeadline;
import storagebench.history.HistoryTables;
import storagebench.render.layout.Inert;
import storagebench.report.Report;
import storagebench.results.Provenance;

/**
 * One page that needs no network: tables that work without scripts and charts by Chart.js, inlined.
 * The charts draw what stands in the tables' {@code data-} attributes. A content security policy
 * lets nothing be loaded and no script run but those two, by their hashes. The templates are in
 * {@code src/main/jte}; they escape every text for its place.
 *
 * @param scripts what runs in the page; without any there are no charts
 */
public record HtmlRenderer(PageScripts scripts) {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);
  private static final String TITLE = "Storage benchmarks";

  /** Tables and charts. */
  public HtmlRenderer() {
    this(PageScripts.charts());
  }

  /** The page of a report, its links from the working directory. */
  public String render(Report report) {
    return render(report, Path.of(""));
  }

  /**
   * The page of a report.
   *
   * @param folder where it will be, which links begin from
   */
  public String render(Report report, Path folder) {
    Provenance measured = report.source().measured();
    String origin = measured.title().isEmpty() ? TITLE : measured.title();
    return render(
        new Page(
            title(TITLE, List.of(measured)),
            origin,
            Stream.of(measured.command()).filter(command -> !command.isEmpty()).toList(),
            report,
            Optional.empty(),
            ProfileSection.of(report.source().profiles(), folder),
            List.of(),
            Optional.empty(),
            scripts));
  }

  /** The page of races, with a chart of each. */
  static String render(Choices choices, Provenance measured) {
    return render(
        new Page(
            title("Choice", List.of(measured)),
            choices.sentences().get(0),
            measured(List.of(measured)),
            ChoiceTables.of(choices),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(ChoiceSection.of(choices)),
            PageScripts.NONE));
  }

  /** The page of a comparison, with its ratios as a forest plot. */
  static String render(ComparisonResult judged) {
    Comparison comparison = judged.comparison();
    List<Provenance> sides = List.of(comparison.baseline(), comparison.candidate());
    return render(
        new Page(
            title("Comparison", sides),
            judged.headline(),
            measured(sides),
            judged.tables(),
            ForestPlot.of(judged),
            ProfileSection.of(comparison.profiles(), judged.folder()),
            List.of(),
            Optional.empty(),
            PageScripts.NONE));
  }

  /** The page of a history, with a chart of each line. */
  static String render(History history) {
    return render(
        new Page(
            "History",
            HistoryHeadline.of(history),
            List.of(),
            HistoryTables.of(history, Integer.MAX_VALUE),
            Optional.empty(),
            Optional.empty(),
            history.lines().stream().map(line -> LineChart.of(history, line)).toList(),
            Optional.empty(),
            PageScripts.NONE));
  }

  /** Such as {@code Apache Cloudberry 2.1.0, 2026-11-22: insertSelect -f 3 - Choice}. */
  private static String title(String kind, List<Provenance> sides) {
    return Stream.concat(measured(sides).stream(), Stream.of(kind))
        .collect(Collectors.joining(" - "));
  }

  /** Server, day and command of each side as far as they are known, named if there are two. */
  private static List<String> measured(List<Provenance> sides) {
    List<String> names = sides.size() > 1 ? List.of("baseline: ", "candidate: ") : List.of("");
    return IntStream.range(0, sides.size())
        .filter(i -> !words(sides.get(i)).isEmpty())
        .mapToObj(i -> names.get(i) + words(sides.get(i)))
        .toList();
  }

  private static String words(Provenance side) {
    return Stream.of(side.title(), side.command())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(": "));
  }

  private static String render(Page page) {
    StringOutput out = new StringOutput();
    TEMPLATES.render("page.jte", page, new PrintableOutput(out));
    return out.toString();
  }

  /** Escapes for the place, after {@link Inert} made harmless what no place can show. */
  private static final class PrintableOutput extends OwaspHtmlTemplateOutput {
    private PrintableOutput(StringOutput out) {
      super(out);
    }

    @Override
    public void writeUserContent(String text) {
      super.writeUserContent(text == null ? null : Inert.line(text));
    }
  }
}
