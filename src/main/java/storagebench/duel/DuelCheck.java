package storagebench.duel;

import java.util.List;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.Count;
import storagebench.UserError;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.MeasureNames;
import storagebench.results.Params;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.RunOptions;
import storagebench.storage.Variant;
import storagebench.storage.VariantCheck;

/** What is asked of a run and cannot be had of a duel: each is refused with what to do instead. */
final class DuelCheck {
  private DuelCheck() {}

  /** The options of a run. */
  static void options(BenchmarkArguments asked, DuelSide baseline) {
    if (baseline.ddlFile().isPresent() && baseline.variant().isEmpty()) {
      throw new UserError(
          "ddl= needs the name of the variant that the file makes, such as AO,ddl=my.sql");
    }
    if (baseline.variant().isPresent() && asked.jmh().getParameter(Params.VARIANT).hasValue()) {
      throw new UserError("-p variant: in a duel the sides name their variants");
    }
    RunOptions run = asked.options();
    if (run.until() != null) {
      throw new UserError("--until is for runs; a duel has --until-decided");
    }
    if (run.order() != null || asked.resultFile().isPresent()) {
      throw new UserError("--order, -rf and -rff are for runs; a duel has rounds and two results");
    }
  }

  /** The tables of a side, and the options that it has of its own. */
  static void tables(DuelSide side, List<PlannedCell> cells, CommandLineOptions jmh) {
    cells.stream()
        .filter(cell -> cell.variant().isPresent())
        .map(side::definition)
        .distinct()
        .forEach(definition -> table(side, definition, jmh));
  }

  private static void table(DuelSide side, Variant definition, CommandLineOptions jmh) {
    if (side.ddlFile().isPresent()) {
      VariantCheck.requireUsable(definition);
    }
    for (String option : Params.OPTIONS) {
      boolean ofBoth = jmh.getParameter(option).hasValue();
      boolean own = side.options().containsKey(option);
      if ((own || ofBoth) && !definition.takes(option)) {
        throw new UserError("the " + side.role() + "'s " + definition + " takes no " + option);
      }
      if (own && ofBoth) {
        throw new UserError(
            "-p " + option + ": the " + side.role() + " has its own; leave one of them out");
      }
    }
  }

  /** What is to be compared: of profilers only where there are some. */
  static void measures(List<Measure> measures, CommandLineOptions jmh) {
    if (!jmh.getProfilers().isEmpty()) {
      return;
    }
    for (Measure measure : measures) {
      if (MeasureNames.among(measure, new TreeMap<>()).isEmpty()) {
        throw new UserError(
            "--metric "
                + measure.name()
                + ": no such metric without the profiler that takes it; add -prof, such as -prof"
                + " wal");
      }
    }
  }

  /** The cells and the number of their trials. */
  static void trials(CommandLineOptions jmh, List<PlannedCell> cells, boolean untilDecided) {
    for (PlannedCell cell : cells) {
      if (!cell.parameters().containsKey(Params.VARIANT)) {
        throw new UserError(
            cell + " stores nothing; a duel needs insertSelect, copy, multiRowInsert or gpfdist");
      }
    }
    if (jmh.getBenchModes().stream().anyMatch(mode -> mode != Mode.SingleShotTime)) {
      throw new UserError("-bm: in a duel an iteration is one batch, so the mode is ss");
    }
    if (jmh.getForkCount().get() < 1) {
      throw new UserError("-f 0: a duel needs a JVM of its own for each trial");
    }
    if (jmh.getMeasurementIterations().get() < DuelArguments.FIRST_LOOK) {
      throw new UserError(
          "-i: a trial of a duel needs " + Count.of(DuelArguments.FIRST_LOOK, "pair") + " or more");
    }
    if (untilDecided && jmh.getForkCount().get() < DuelArguments.FIRST_LOOK) {
      throw new UserError(
          "--until-decided needs -f "
              + DuelArguments.FIRST_LOOK
              + " or more, the most trials of a cell");
    }
  }
}
