package storagebench.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import storagebench.render.MarkdownRenderer;
import storagebench.report.Report;
import storagebench.results.WholeFile;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * Proves by simulation with fixed seeds what a history finds after how many nights and how often it
 * tells of what is not so, and writes {@code history.md}; kept in {@code results/proof}. Needs no
 * server. Run with {@code java -cp target/test-classes:... storagebench.proof.HistoryProof
 * results/proof}.
 */
public final class HistoryProof {
  static final int YEARS = 40;
  private static final int FORKS_OF_TAILS = 10;
  private static final long SEED = 1;

  private HistoryProof() {}

  /** Writes the tables into the folder, an existing one. */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "results/proof");
    List<Entry[]> rows = new ArrayList<>();
    for (int forks : new int[] {5, 10, 20}) {
      rows.add(row(forks, false, false));
      rows.add(row(forks, true, false));
    }
    rows.add(row(FORKS_OF_TAILS, false, true));
    rows.add(row(FORKS_OF_TAILS, true, true));
    WholeFile.write(folder.resolve("history.md"), render(rows).getBytes(StandardCharsets.UTF_8));
  }

  /** The years of one row. */
  static WatchedYears changing(int forks, boolean cpu, int years) {
    return WatchedYears.of(new MadeUpYear(forks, cpu, true, false), years, SEED);
  }

  /** The same without any change. */
  static WatchedYears still(int forks, boolean cpu, int years) {
    return WatchedYears.of(new MadeUpYear(forks, cpu, false, false), years, SEED);
  }

  static Entry[] row(int forks, boolean cpu, boolean tails) {
    WatchedYears watched = WatchedYears.of(new MadeUpYear(forks, cpu, true, tails), YEARS, SEED);
    WatchedYears still = WatchedYears.of(new MadeUpYear(forks, cpu, false, tails), YEARS, SEED);
    return new Entry[] {
      Entry.of(forks),
      Entry.of(cpu ? "time and CPU" : "time"),
      Entry.of(tails ? "t, 4 degrees" : "normal"),
      Entry.of(watched.nightsToStep(0.5)),
      Entry.of(watched.nightsToStep(0.9)),
      Entry.of(watched.stepsFound()),
      Entry.of(watched.stepsPlaced()),
      Entry.of(watched.nightsToDrift(0.5)),
      Entry.of(watched.nightsToDrift(0.9)),
      Entry.of(MadeUpYear.drifted(watched.nightsToDrift(0.5))),
      Entry.of(MadeUpYear.drifted(watched.nightsToDrift(0.9))),
      Entry.of(watched.falseNights()),
      Entry.of(still.falseNights())
    };
  }

  static String render(List<Entry[]> rows) {
    Table table =
        ProofTables.table(
            "year",
            "A made-up year",
            "Years of 365 nights and ten cells: two get 3 % slower at once, on nights 100 and 220,"
                + " one by 1 % a week from night 270 on, seven stay. Forks of a night vary by 7 %,"
                + " nights by another 1.5 %; CPU by 11/15 of that, as forks of the kept sweep did"
                + " (15 % in time, 11 % in CPU), half of its variance being that of time. Nights are"
                + " normal, or a few are far off, as Student's t of the same deviation. Margin and"
                + " error rate as history has them without options. Each row is of "
                + YEARS
                + " years. Nights: from the first with the change to the one on which it is found,"
                + " in half of the years and in nine of ten; blank if fewer find it. Found: before the year ends. Placed:"
                + " its first night lies between the two that are told. Drift: what it has become"
                + " when it is found. False: nights on which anything is told that is not so, in"
                + " these years and in such without any change.",
            columns(),
            rows.stream().map(List::of).toList());
    return MarkdownRenderer.render(new Report(List.of(), List.of(table), List.of(), List.of()));
  }

  private static List<Column> columns() {
    return List.of(
        ProofTables.count("forks", "forks"),
        Column.ofText("metrics", "looked at"),
        Column.ofText("tails", "nights"),
        ProofTables.count("step_half", "nights to a step, half"),
        ProofTables.count("step_most", "nights to a step, 9 of 10"),
        ProofTables.share("found", "steps found"),
        ProofTables.share("placed", "placed"),
        ProofTables.count("drift_half", "nights to the drift, half"),
        ProofTables.count("drift_most", "nights to the drift, 9 of 10"),
        ProofTables.share("drift_half_share", "drift then, half"),
        ProofTables.share("drift_most_share", "drift then, 9 of 10"),
        ProofTables.share("false", "false nights"),
        ProofTables.share("false_still", "false nights, nothing changes"));
  }
}
