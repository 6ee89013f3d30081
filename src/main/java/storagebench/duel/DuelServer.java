package storagebench.duel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.run.MeasuredDatabase;
import storagebench.run.folder.RunFingerprint;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Selection;
import storagebench.server.SqlDiagnosis;
import storagebench.server.Target;
import storagebench.storage.DefinitionCheck;
import storagebench.storage.TrialSide;
import storagebench.storage.Variant;

/** The server of a side, with a session on it. Closing this ends the session. */
final class DuelServer implements AutoCloseable {
  private final DuelSide side;
  private final Target target;
  private final Connection connection;
  private final MeasuredDatabase site;
  private final Map<String, String> settings;
  private Selection storable;
  private Map<String, Object> workloads = Map.of();

  /**
   * Connects, and reads what the server is.
   *
   * @param target with the side's settings; stays the caller's
   * @param settings names of those that either side has of its own
   * @throws UserError if the side cannot be measured there
   */
  DuelServer(DuelSide side, Target target, Set<String> settings) {
    this.side = side;
    this.target = target;
    this.connection = target.connect();
    try {
      this.site = MeasuredDatabase.of(target, connection);
      this.settings = target.settings(connection, settings);
    } catch (UserError e) {
      close();
      throw e;
    }
  }

  /**
   * Asks the server which cells of a selection it can store.
   *
   * @param notices takes a line about what is left out
   * @throws UserError if it cannot store what was asked for by name
   */
  void check(Selection selection, Consumer<String> notices) {
    if (side.variant().isPresent()) {
      check(selection.cells());
      storable = selection;
      return;
    }
    UnaryOperator<PlannedCell> onSide = cell -> DuelArguments.onSide(cell, side);
    Selection own = site.storable(selection.each(onSide), notices);
    storable = selection.only(cell -> own.cells().contains(onSide.apply(cell)));
  }

  /** What it can store, once it was asked. */
  Selection storable() {
    return storable;
  }

  /** Makes sure that the server can store the side's table in every cell. */
  private void check(List<PlannedCell> cells) {
    try (Connection asPsql = target.connect(Target.AS_PSQL);
        DefinitionCheck check = new DefinitionCheck(asPsql, site.server())) {
      for (PlannedCell cell : cells) {
        cell.obstacle(site.server())
            .ifPresent(
                why -> {
                  throw new UserError("the " + side.role() + "'s server: " + why);
                });
        Variant variant = side.definition(cell);
        Optional<String> refusal = variant.obstacle(site.server());
        if (refusal.isEmpty()) {
          refusal = check.refusal(variant, cell.workload(), cell.indexes());
        }
        if (refusal.isPresent()) {
          throw new UserError(
              "the " + side.role() + "'s " + variant + " cannot be stored: " + refusal.get());
        }
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  /** Takes the schema for this duel. */
  void take() {
    site.take();
  }

  /** Looks at the rows that the workloads of these names have there. */
  void read(Set<String> names) {
    workloads = site.workloads(names);
  }

  /** What is known of the rows. */
  Map<String, Object> workloads() {
    return workloads;
  }

  /** Where it is measured. */
  MeasuredDatabase site() {
    return site;
  }

  /** What would spoil the measurement. */
  List<String> warnings() {
    return site.warnings();
  }

  String description() {
    return side + " on " + target.description() + ", " + site.server().product();
  }

  /** What the side will be compared by, its rows included once they were read. */
  Fingerprint fingerprint(DuelArguments arguments) {
    return RunFingerprint.of(
        arguments.command(),
        arguments.plan().seed(),
        target,
        site.server(),
        workloads,
        settings,
        side.definitions(arguments.cells()));
  }

  /**
   * The side, in the form that a fork gets.
   *
   * @param ddlFile a copy of the side's own DDL; null if it has none
   */
  TrialSide handedOver(Path ddlFile) {
    return new TrialSide(
        side.variant().orElse(null), side.options(), ddlFile, side.settings(), target.handoff());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("leave the " + target, e);
    }
  }
}
