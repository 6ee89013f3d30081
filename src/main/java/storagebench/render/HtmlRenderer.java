package storagebench.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import storagebench.choose.ChoiceTables;
import storagebench.choose.Choices;
import storagebench.history.History;
import storagebench.history.HistoryHeadline;
import storagebench.history.HistoryTables;
import storagebench.render.layout.Inert;
import storagebench.report.Report;

/**
 * One page that needs no network: tables that work without scripts and charts by Chart.js, inlined.
 * The charts draw what stands in the tables' {@code data-} attributes. A content security policy
 * lets nothing be loaded and no script run but those two, by their hashes. The templates are in
 * {@code src/main/jte}; they escape every text for its place.
 *
 * @param scripts what runs in the page; without any there are no charts
 */
public record HtmlRenderer(PageScripts scripts) {
  /** Tables alone. */
  public static final HtmlRenderer WITHOUT_SCRIPTS = new HtmlRenderer(PageScripts.NONE);

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);
  private static final String TITLE = "Storage benchmarks";

  /** Tables and charts. */
  public HtmlRenderer() {
    this(PageScripts.charts());
  }

  /** The page of a report. */
  public String render(Report report) {
    return render(TITLE, report, scripts);
  }

  /** The page of races, with a chart of each. */
  static String render(Choices choices) {
    return render(
        new Page(
            "Choice",
            choices.sentences().get(0),
            ChoiceTables.of(choices),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(ChoiceSection.of(choices)),
            PageScripts.NONE));
  }

  private static String render(String heading, Report report, PageScripts scripts) {
    return render(
        new Page(
            TITLE,
            heading,
            report,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            scripts));
  }

  /** The page of a comparison, with its ratios as a forest plot. */
  static String render(ComparisonResult judged) {
    return render(
        new Page(
            "Comparison",
            judged.headline(),
            judged.tables(),
            ForestPlot.of(judged),
            ProfileSection.of(judged.comparison().profiles(), judged.folder()),
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
            HistoryTables.of(history, Integer.MAX_VALUE),
            Optional.empty(),
            Optional.empty(),
            history.lines().stream().map(line -> LineChart.of(history, line)).toList(),
            Optional.empty(),
            PageScripts.NONE));
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
