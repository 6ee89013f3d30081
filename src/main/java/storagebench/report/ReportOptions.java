package storagebench.report;

import java.util.List;
import java.util.Optional;
import storagebench.report.study.Reference;
import storagebench.results.Cell;
import storagebench.results.Projection;
import storagebench.results.Where;
import storagebench.table.Scale;

/**
 * What the user wants to see.
 *
 * @param where conditions that cells must meet
 * @param by which parameters tell rows apart; all of them if absent
 * @param reference what to compare with; AO and AOCO if absent
 * @param units units to show; chosen by size where none fits
 */
public record ReportOptions(
    List<Where> where, Optional<Projection> by, Optional<Reference> reference, List<String> units) {
  /** Everything, in units chosen by size. */
  public static final ReportOptions DEFAULT =
      new ReportOptions(List.of(), Optional.empty(), Optional.empty(), List.of());

  public ReportOptions {
    where = List.copyOf(where);
    units = Scale.require(units);
  }

  /**
   * Refuses options that name what no cell has.
   *
   * @throws storagebench.UserError with what the cells have
   */
  public void requireKnown(List<Cell> cells) {
    Where.requireKnown(cells, where);
    List<Cell> wanted = Where.filter(cells, where);
    by.ifPresent(projection -> projection.requireKnown(wanted));
    List<Cell> shown = by.map(projection -> projection.apply(wanted).cells()).orElse(wanted);
    reference.ifPresent(r -> r.requireIn(shown));
  }
}
