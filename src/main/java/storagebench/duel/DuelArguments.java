package storagebench.duel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import storagebench.UserError;
import storagebench.compare.CompareOptions;
import storagebench.results.Params;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Selection;
import storagebench.run.plan.UsualWords;
import storagebench.server.UserScripts;
import storagebench.storage.Turns;

/**
 * What a duel was asked for.
 *
 * @param sides the baseline, then the candidate; both name a variant or neither
 * @param benchmark what both sides do, and how often
 * @param selection the cells, as the baseline has them
 * @param compare how the sides are compared
 * @param apart whether each side has forks of its own
 * @param switching command that brings up a side's server and takes down the other's
 * @param untilDecided whether to end a cell as soon as its verdict is clear
 * @param plan what is kept to go on by
 * @param resumed the folder to go on in; empty for a new duel
 * @param command the whole as words, to be kept
 */
public record DuelArguments(
    List<DuelSide> sides,
    BenchmarkArguments benchmark,
    Selection selection,
    CompareOptions compare,
    boolean apart,
    Optional<String> switching,
    boolean untilDecided,
    RunPlan plan,
    Optional<Path> resumed,
    List<String> command) {
  /** The command that duels are begun and resumed by. */
  public static final String COMMAND = "duel";

  /** The option by which each side has forks of its own. */
  public static final String APART = "--apart";

  /** Trials of a cell, if -f does not say. */
  public static final int TRIALS = 10;

  /** Warm-up pairs of a trial, if -wi does not say. */
  public static final int WARMUP_PAIRS = 3;

  /** Measured pairs of a trial, if -i does not say. */
  public static final int PAIRS = 20;

  /** The first look at whether a cell is decided is after this many trials. */
  static final int FIRST_LOOK = 3;

  /**
   * The options of a duel that a run does not have.
   *
   * @param baseline the side to compare with
   * @param candidate the side that may be worse
   * @param compare how they are compared
   * @param apart whether each side has forks of its own
   * @param switching command that brings up a side's server and takes down the other's
   * @param untilDecided whether to end a cell as soon as its verdict is clear
   */
  public record Request(
      DuelSide baseline,
      DuelSide candidate,
      CompareOptions compare,
      boolean apart,
      Optional<String> switching,
      boolean untilDecided) {}

  public DuelArguments {
    sides = List.copyOf(sides);
    command = List.copyOf(command);
  }

  /**
   * Makes sure that it can be a duel.
   *
   * @param request what is asked of a duel
   * @param asked JMH's options and those of the run
   * @param plan of a duel that is resumed as it is kept, of a new one without cells
   * @throws UserError if it cannot
   */
  public static DuelArguments of(
      Request request,
      BenchmarkArguments asked,
      RunPlan plan,
      Optional<Path> resumed,
      List<String> command) {
    resumed.ifPresent(UserScripts::readFrom);
    List<DuelSide> sides = sides(request.baseline(), request.candidate());
    DuelSide first = withKeptTable(sides.get(Turns.BASELINE), Turns.BASELINE, resumed);
    DuelSide second = withKeptTable(sides.get(Turns.CANDIDATE), Turns.CANDIDATE, resumed);
    BenchmarkArguments arguments = arguments(first, asked);
    if (request.switching().isPresent() && !request.apart()) {
      throw new UserError("--switch is for sides that are measured apart; add --apart");
    }
    DuelCheck.measures(request.compare().measures(), arguments.jmh());
    Selection selection = Selection.of(arguments);
    List.of(first, second)
        .forEach(side -> DuelCheck.tables(side, selection.cells(), arguments.jmh()));
    DuelCheck.trials(arguments.jmh(), selection.cells(), request.untilDecided());
    return new DuelArguments(
        List.of(first, second),
        arguments,
        selection,
        request.compare(),
        request.apart(),
        request.switching(),
        request.untilDecided(),
        // What a duel that goes on has measured so far is checked once its servers were asked.
        resumed.isPresent() ? plan : plan.withCells(selection.cells()),
        resumed,
        command);
  }

  /**
   * The same with the cells that both servers can store.
   *
   * @throws UserError if there are none, or a duel that is resumed had others
   */
  DuelArguments with(Selection storable) {
    if (storable.cells().isEmpty()) {
      throw new UserError(
          "the two servers support no variant that both can store; 'target' shows why");
    }
    resumed.ifPresent(folder -> plan.check(folder, storable.cells()));
    return new DuelArguments(
        sides,
        benchmark,
        storable,
        compare,
        apart,
        switching,
        untilDecided,
        plan.withCells(storable.cells()),
        resumed,
        command);
  }

  /** Whether the sides have variants of their own, and not those of the cells. */
  boolean sidesNameVariants() {
    return baseline().variant().isPresent();
  }

  /**
   * The sides of a duel by the words of its plan, which begin with them, and the DDL that its
   * folder keeps.
   *
   * @throws UserError if they do not
   */
  static List<DuelSide> sides(RunPlan plan, Path folder) {
    if (plan.arguments().size() <= Turns.CANDIDATE) {
      throw new UserError("the plan of the duel names no two sides; begin anew");
    }
    List<DuelSide> sides =
        sides(
            DuelSide.parse(DuelSide.BASELINE, plan.arguments().get(Turns.BASELINE)),
            DuelSide.parse(DuelSide.CANDIDATE, plan.arguments().get(Turns.CANDIDATE)));
    return List.of(
        withKeptTable(sides.get(Turns.BASELINE), Turns.BASELINE, Optional.of(folder)),
        withKeptTable(sides.get(Turns.CANDIDATE), Turns.CANDIDATE, Optional.of(folder)));
  }

  /** Each has a variant, if either has. */
  private static List<DuelSide> sides(DuelSide baseline, DuelSide candidate) {
    return List.of(baseline.orVariantOf(candidate), candidate.orVariantOf(baseline));
  }

  /** The user's file may have changed since the duel began. */
  private static DuelSide withKeptTable(DuelSide side, int number, Optional<Path> resumed) {
    return resumed
        .filter(folder -> side.ddlFile().isPresent())
        .map(folder -> side.withTable(DuelFolder.reopen(folder).table(number)))
        .orElse(side);
  }

  private static BenchmarkArguments arguments(DuelSide baseline, BenchmarkArguments asked) {
    DuelCheck.options(asked, baseline);
    UsualWords words = new UsualWords(asked).forks(TRIALS).warmup(WARMUP_PAIRS).measured(PAIRS);
    baseline.variant().ifPresent(variant -> words.parameter(Params.VARIANT, variant));
    return words.arguments();
  }

  /** Whether a duel of this plan gives each side forks of its own. */
  static boolean apart(RunPlan plan) {
    return plan.arguments().contains(APART);
  }

  List<PlannedCell> cells() {
    return selection.cells();
  }

  DuelSide baseline() {
    return sides.get(Turns.BASELINE);
  }

  DuelSide candidate() {
    return sides.get(Turns.CANDIDATE);
  }

  /** Trials of each cell, or the most of them. */
  int trials() {
    return benchmark.jmh().getForkCount().get();
  }

  /** Warm-up batches of each side in a trial. */
  int warmupPairs() {
    return benchmark.jmh().getWarmupIterations().get();
  }

  /** Measured batches of each side in a trial. */
  int pairs() {
    return benchmark.jmh().getMeasurementIterations().get();
  }

  /** Each cell has turns of its own, so that no cell's order is another's. */
  Turns turns(Rounds.Trial trial) {
    long cell = cells().indexOf(trial.cell());
    return new Turns(plan.seed() + (cell << Integer.SIZE), trial.round());
  }

  /** A cell as a side calls it. */
  static PlannedCell onSide(PlannedCell cell, DuelSide side) {
    return cell.withOptions(side.definition(cell));
  }
}
