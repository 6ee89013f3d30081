package storagebench.render;

import java.util.List;
import java.util.Optional;
import storagebench.render.layout.Grid;
import storagebench.report.Report;
import storagebench.table.Table;

/**
 * What the template {@code page.jte} shows.
 *
 * @param title what a browser calls it
 * @param heading its first line
 * @param measured server, day and command of what it shows, a line for each side
 * @param report its tables
 * @param plot the ratios of a comparison
 * @param profiles what profilers have kept of both sides of a comparison
 * @param charts the lines of a history
 * @param choice what came of races
 * @param scripts what runs in it
 */
public record Page(
    String title,
    String heading,
    List<String> measured,
    Report report,
    Optional<ForestPlot> plot,
    Optional<ProfileSection> profiles,
    List<LineChart> charts,
    Optional<ChoiceSection> choice,
    PageScripts scripts) {

  /** The tables that people read, keys as rows: so the charts find them. */
  public List<Table> tables() {
    return report.tables().stream().filter(table -> !table.detail()).toList();
  }

  /** What gates say that has to be known before any figure. */
  public List<GateSentence> gates() {
    return GateSentence.of(report);
  }

  /** A table laid out. */
  public Grid grid(Table table) {
    return Grid.of(table, report.units());
  }

  /** The style sheet. */
  public String style() {
    String all = Resources.text("report.css").strip();
    String more = charts.isEmpty() ? "" : "\n" + Resources.text("lines.css").strip();
    return all + more + choice.map(c -> "\n" + Resources.text("choice.css").strip()).orElse("");
  }

  /** The other tables as JSON. */
  public String details() {
    return DetailJson.of(report.tables());
  }
}
