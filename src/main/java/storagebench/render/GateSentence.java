package storagebench.render;

import java.util.List;
import java.util.stream.IntStream;
import storagebench.Count;
import storagebench.render.layout.Grid;
import storagebench.report.Report;
import storagebench.report.question.GateTable;
import storagebench.table.Column;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;

/**
 * What a gate says that warns or fails, in one sentence for the top of a page; or that none does.
 *
 * @param text the sentence, in the words of the table of gates
 * @param emphasis how it stands out
 */
public record GateSentence(String text, Emphasis emphasis) {
  /** The sentences of a report; none where it has no gates. */
  static List<GateSentence> of(Report report) {
    return report.tables().stream()
        .filter(table -> table.id().equals(GateTable.ID))
        .flatMap(table -> of(table, Grid.of(table, List.of())).stream())
        .toList();
  }

  private static List<GateSentence> of(Table table, Grid grid) {
    List<GateSentence> sentences =
        IntStream.range(0, grid.height())
            .mapToObj(row -> new GateSentence(text(table, grid, row), emphasis(table, row)))
            .filter(said -> said.emphasis == Emphasis.WARN || said.emphasis == Emphasis.FAIL)
            .toList();
    return sentences.isEmpty() ? List.of(none(table)) : sentences;
  }

  /** That none warns, and how many could not. */
  private static GateSentence none(Table table) {
    long unsaid =
        IntStream.range(0, table.rows().size())
            .filter(row -> emphasis(table, row) != Emphasis.PASS)
            .count();
    return unsaid == 0
        ? new GateSentence("No gate warns.", Emphasis.PASS)
        : new GateSentence(
            "No gate warns, but " + Count.of((int) unsaid, "gate") + " could not tell.",
            Emphasis.NONE);
  }

  private static Emphasis emphasis(Table table, int row) {
    return table.rows().get(row).get(table.indexOf(GateTable.VERDICT)).emphasis();
  }

  /** Such as {@code warn: noise: variation of forks is 17.3 % (warn over 10), AO indexes=true}. */
  private static String text(Table table, Grid grid, int row) {
    String worst = word(grid, "worst", row);
    return word(grid, GateTable.VERDICT, row)
        + ": "
        + word(grid, "gate", row)
        + " is "
        + (word(grid, "figure", row) + " " + unit(table, row)).strip()
        + " ("
        + word(grid, "limit", row)
        + ")"
        + (worst.isEmpty() ? "" : ", " + worst);
  }

  /** From the table: a grid says above it a unit that all rows have. */
  private static String unit(Table table, int row) {
    return table.rows().get(row).get(table.indexOf(Column.UNIT)).text().orElse("");
  }

  private static String word(Grid grid, String column, int row) {
    return grid.lines().stream()
        .filter(line -> line.column().name().equals(column))
        .findFirst()
        .map(line -> line.words().get(row))
        .orElse("");
  }

  /** The class of the style sheet. */
  public String type() {
    return HtmlCell.type(emphasis);
  }
}
