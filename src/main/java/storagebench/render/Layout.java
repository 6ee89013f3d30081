package storagebench.render;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import storagebench.render.layout.Grid;
import storagebench.report.Report;
import storagebench.table.Table;

/**
 * A report with its tables laid out for people, and its text: made once, however many show them.
 * For one thread.
 */
public final class Layout {
  private final Report report;
  private final List<Table> readable;
  private final Map<Table, Grid> grids = new IdentityHashMap<>();
  private String text;

  /** The layout of a report; a table is laid out when it is first shown. */
  public Layout(Report report) {
    this.report = report;
    this.readable = report.readable();
  }

  Report report() {
    return report;
  }

  /** The tables that people read. */
  List<Table> readable() {
    return readable;
  }

  /** As text without colour: what a folder gets and, where it takes no colour, a terminal too. */
  public String text() {
    if (text == null) {
      text = new TextRenderer(false).render(this);
    }
    return text;
  }

  Grid grid(Table table) {
    return grids.computeIfAbsent(table, t -> Grid.of(t, report.units()));
  }
}
