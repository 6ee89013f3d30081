package storagebench.duel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import storagebench.Console;
import storagebench.compare.Comparison;
import storagebench.results.Fingerprint;
import storagebench.results.Interleaving;
import storagebench.run.Measurement;
import storagebench.run.RunKind;
import storagebench.run.RunOutcome;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.server.SqlScript;
import storagebench.server.UserScripts;
import storagebench.storage.TrialSide;
import storagebench.storage.Turns;

/** A duel and its folder, new or resumed: a run whose trials hold both sides. */
final class KeptDuel {
  private final DuelArguments arguments;
  private final List<DuelServer> duelServers;
  private final DuelFolder folder;

  private KeptDuel(DuelArguments arguments, List<DuelServer> duelServers, DuelFolder folder) {
    this.arguments = arguments;
    this.duelServers = List.copyOf(duelServers);
    this.folder = folder;
  }

  /** In its folder, which is made for a new one. */
  static KeptDuel of(DuelArguments arguments, List<DuelServer> duelServers) {
    DuelFolder folder =
        arguments
            .resumed()
            .map(DuelFolder::reopen)
            .orElseGet(() -> DuelFolder.create(arguments.benchmark().results()));
    return new KeptDuel(arguments, duelServers, folder);
  }

  /**
   * Opens it.
   *
   * @throws storagebench.UserError if it was begun on something else
   */
  KeptRun open(Console console) {
    DuelResults results = new DuelResults(arguments, folder);
    if (arguments.resumed().isEmpty()) {
      UserScripts.keep(folder.path(), PlannedCell.values(arguments.cells()));
      forEachSide(this::begin);
      return KeptRun.begin(folder.run(), arguments.plan(), results);
    }
    forEachSide(side -> check(side, duelServers.get(side)));
    return KeptRun.resume(folder.run(), arguments.plan(), results, console);
  }

  /** How its trials are measured, when to stop, and how progress is worded. */
  RunKind kind(KeptRun kept, DuelForecast forecast, Measurement measurement) {
    return new RunKind(
        measurement,
        arguments.untilDecided()
            ? new UntilDecided(arguments, folder, kept::writeResults)
            : Goal.AS_PLANNED,
        new DuelWording(arguments.sidesNameVariants()),
        forecast::time);
  }

  /** What a fork has to know of the sides. */
  List<TrialSide> sides() {
    List<TrialSide> sides = new ArrayList<>();
    forEachSide(side -> sides.add(duelServers.get(side).handedOver(table(side))));
    return sides;
  }

  DuelFolder folder() {
    return folder;
  }

  /** How it ended. */
  DuelOutcome outcome(RunOutcome run) {
    return new DuelOutcome(
        folder.path(),
        run.finished() == 0 ? Optional.empty() : Optional.of(comparison()),
        folder.comparison(),
        run.failures(),
        run.resumeCommand());
  }

  private Comparison comparison() {
    return Comparison.read(
        List.of(folder.side(Turns.BASELINE)),
        List.of(folder.side(Turns.CANDIDATE)),
        arguments.compare());
  }

  private void begin(int side) {
    Interleaving.Looks looks =
        arguments.untilDecided() ? UntilDecided.looks(arguments.trials()) : null;
    folder.begin(
        side,
        fingerprint(duelServers.get(side)),
        Differs.of(arguments.baseline(), arguments.candidate(), arguments.cells()),
        looks);
    DuelSide own = arguments.sides().get(side);
    own.ddlFile().ifPresent(file -> folder.keepTable(side, SqlScript.of(file).text()));
  }

  /**
   * Makes sure that a server is the one that a side was begun on.
   *
   * @throws storagebench.UserError if it is another one
   */
  void check(int side, DuelServer server) {
    new ResumeCheck(folder.side(side)).server(fingerprint(server), server.site().startedBySuite());
  }

  private Fingerprint fingerprint(DuelServer server) {
    return server.fingerprint(arguments);
  }

  /** The copy of a side's own DDL; null if it has none. */
  private Path table(int side) {
    boolean own = arguments.sides().get(side).ddlFile().isPresent();
    return own ? folder.table(side).toAbsolutePath() : null;
  }

  private void forEachSide(IntConsumer action) {
    action.accept(Turns.BASELINE);
    action.accept(Turns.CANDIDATE);
  }
}
