package storagebench.render;

import java.util.List;
import java.util.stream.Collectors;
import storagebench.render.layout.Legend;
import storagebench.report.Report;
import storagebench.table.Table;

/**
 * One page that needs no network: tables that work without scripts and charts by Chart.js, inlined.
 * The charts draw what stands in the tables' {@code data-} attributes. A content security policy
 * lets nothing be loaded and no script run but those two, by their hashes.
 *
 * @param scripts what runs in the page; without any there are no charts
 */
public record HtmlRenderer(PageScripts scripts) implements Renderer {
  /** Tables alone. */
  public static final HtmlRenderer WITHOUT_SCRIPTS = new HtmlRenderer(new PageScripts(List.of()));

  /** Tables and charts. */
  public HtmlRenderer() {
    this(PageScripts.charts());
  }

  @Override
  public String render(Layout layout) {
    Report report = layout.report();
    List<Table> tables = report.tables().stream().filter(t -> !t.detail()).toList();
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append("default-src 'none'; style-src 'unsafe-inline'; script-src ")
        .append(scripts.policy())
        .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Storage benchmarks</title>\n<style>\n")
        .append(Resources.text("report.css"))
        .append("</style>\n</head>\n<body>\n<header>\n<h1>Storage benchmarks</h1>\n")
        .append(report.legend() ? "<p class=\"dim\">" + Legend.of("Green") + "</p>\n" : "");
    report
        .warnings()
        .forEach(w -> out.append("<p class=\"warning\">Warning: " + Html.text(w) + "</p>\n"));
    out.append("<nav aria-label=\"Tables\">")
        .append(links(tables))
        .append("</nav>\n</header>\n<main>\n");
    if (!scripts.isEmpty()) {
      out.append(Resources.text("charts.html"));
    }
    tables.forEach(table -> HtmlTable.append(table, layout.grid(table), out));
    out.append("</main>\n");
    if (!scripts.isEmpty()) {
      out.append("<script type=\"application/json\" id=\"details\">")
          .append(DetailJson.of(report.tables()))
          .append("</script>\n")
          .append(scripts.elements());
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static String links(List<Table> tables) {
    return tables.stream()
        .map(t -> "<a href=\"#" + t.id() + "\">" + Html.text(t.title()) + "</a>")
        .collect(Collectors.joining("\n"));
  }
}
