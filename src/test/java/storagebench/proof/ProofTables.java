package storagebench.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;

/** The simulations, one table a question. */
final class ProofTables {
  private static final double USUAL_CV = 0.03;

  private ProofTables() {}

  static List<Table> all() {
    return List.of(
        falsePositives(),
        suites(),
        power(),
        powerInTurns(),
        SmallestChangeTable.of(),
        drift(),
        ForkFigure.table(),
        PullRequest1364.table());
  }

  /** Identical builds: how often each rule sees a change. */
  static Table falsePositives() {
    List<List<Entry>> rows = new ArrayList<>();
    for (double cv : new double[] {0, 0.03, 0.05}) {
      for (int forks : new int[] {3, 5, 10}) {
        for (int iterations : new int[] {5, 10, 20}) {
          rows.add(row(Setting.identical(cv, forks, iterations)));
        }
      }
    }
    return table(
        "false-positives",
        "False positives",
        "Identical builds, unpaired: share of comparisons of one cell in which a change is seen."
            + " Of 10,000 comparisons each, here and below: a share near 5 % is right to 0.4.",
        settingColumns(),
        rows);
  }

  /** A true slowdown: how often each rule sees a change. */
  static Table power() {
    List<List<Entry>> rows = new ArrayList<>();
    for (double slowdown : new double[] {0.03, 0.05, 0.08, 0.15}) {
      for (int forks : new int[] {3, 5, 10, 20}) {
        Setting setting = Setting.identical(USUAL_CV, forks, 10).slowerBy(slowdown);
        List<Entry> row = new ArrayList<>(List.of(Entry.of(slowdown)));
        row.addAll(row(setting));
        rows.add(row);
      }
    }
    List<Column> columns = new ArrayList<>(List.of(share("slowdown", "slowdown")));
    columns.addAll(settingColumns());
    return table(
        "power",
        "Power",
        "The candidate is slower: share of comparisons of one cell in which a change is seen."
            + " Without a margin the question is whether anything changed. With the default margin"
            + " of 3 % it is whether the change exceeds the margin beyond doubt, so that only the"
            + " part of a slowdown beyond the margin counts and more forks are needed.",
        columns,
        rows);
  }

  /** How often few forks see a slowdown, as two runs and in rounds. */
  static Table powerInTurns() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int forks : new int[] {5, 6, 10}) {
      for (int iterations : new int[] {5, 10, 20}) {
        Setting slower = Setting.identical(USUAL_CV, forks, iterations).slowerBy(0.08);
        rows.add(
            List.of(
                Entry.of(forks),
                Entry.of(iterations),
                Entry.of(alarms(slower)),
                Entry.of(alarms(slower.drifting(Setting.Drift.NONE, true)))));
      }
    }
    return table(
        "power-in-turns",
        "Power in turns",
        "The candidate is 8 % slower, fork CV 3 %, margin 0, fork means: share of comparisons of one"
            + " cell in which a change is seen. Pairs have half the degrees of freedom: where"
            + " nothing disturbs both sides alike, as here, turns need a fork more to see as much."
            + " Where something does, see drift below.",
        List.of(
            count("forks", "forks"),
            count("iterations", "iterations"),
            share("one_first", "all of one first, unpaired"),
            share("in_turns", "in turns, paired")),
        rows);
  }

  /** Suites of identical builds: how often any of the cells raises an alarm. */
  static Table suites() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int forks : new int[] {3, 5, 10}) {
      SuiteAlarms alarms = SuiteAlarms.of(Setting.identical(USUAL_CV, forks, 10));
      rows.add(
          List.of(Entry.of(forks), Entry.of(alarms.corrected()), Entry.of(alarms.uncorrected())));
    }
    return table(
        "suites",
        "Suites of " + SuiteAlarms.CELLS + " cells",
        "Identical builds, fork CV 3 %, 10 iterations, margin 0: share of suites with any alarm.",
        List.of(
            count("forks", "forks"),
            share("holm", "corrected by Holm"),
            share("uncorrected", "each cell at 0.05")),
        rows);
  }

  /** Identical builds on a machine that gets slower: all of one first, or in turns. */
  static Table drift() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int forks : new int[] {5, 10}) {
      Setting still = Setting.identical(USUAL_CV, forks, 10);
      for (Setting.Drift drift : List.of(Setting.Drift.STEADY, Setting.Drift.WALK)) {
        rows.add(
            List.of(
                Entry.of(drift.name().toLowerCase(Locale.ROOT)),
                Entry.of(forks),
                Entry.of(alarms(still.drifting(drift, false))),
                Entry.of(alarms(still.drifting(drift, true)))));
      }
    }
    return table(
        "drift",
        "Drift",
        "Identical builds, fork CV 3 %, the machine 1 % slower from fork to fork (steady) or 1 %"
            + " slower or faster (walk), margin 0: share of comparisons in which a change is seen.",
        List.of(
            Column.ofText("drift", "drift"),
            count("forks", "forks"),
            share("one_first", "all of one first, unpaired"),
            share("in_turns", "in turns, paired")),
        rows);
  }

  private static double alarms(Setting setting) {
    return Rates.of(setting, Decision.FORK_MEANS::alarms);
  }

  private static List<Entry> row(Setting setting) {
    List<Entry> row =
        new ArrayList<>(
            List.of(
                Entry.of(setting.forkCv()),
                Entry.of(setting.forks()),
                Entry.of(setting.iterations())));
    for (Decision decision : Decision.values()) {
      row.add(Entry.of(Rates.of(setting, decision::alarms)));
    }
    return row;
  }

  private static List<Column> settingColumns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                share("fork_cv", "fork CV"),
                count("forks", "forks"),
                count("iterations", "iterations")));
    Arrays.stream(Decision.values())
        .map(decision -> share(decision.name().toLowerCase(Locale.ROOT), decision.label()))
        .forEach(columns::add);
    return columns;
  }

  static Column share(String name, String heading) {
    return Column.of(name, heading, Quantity.SHARE, Direction.NEUTRAL);
  }

  static Column count(String name, String heading) {
    return Column.of(name, heading, Quantity.COUNT, Direction.NEUTRAL);
  }

  static Table table(
      String id, String title, String explanation, List<Column> columns, List<List<Entry>> rows) {
    return new Table(id, title, explanation, columns, rows, List.of(), List.of(), false);
  }
}
