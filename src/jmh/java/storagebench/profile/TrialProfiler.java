package storagebench.profile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import storagebench.UserError;
import storagebench.server.SqlDiagnosis;
import storagebench.server.Target;
import storagebench.server.TargetFinder;

/**
 * A JMH profiler that looks into the server while a trial inserts. It works on connections of its
 * own and, but for sampling, outside the clock. What it takes of a batch goes into the iteration's
 * results, what it takes of the whole trial into those of the last iteration.
 *
 * <p>In a duel, which has two tables, another one like it watches the second. Each has two
 * constructors. JMH lists profilers by the one without parameters and gives the other what stands
 * behind the colon of {@code -prof name:options}; that one finds out whether the profiler can work
 * at all, before anything is measured.
 */
public abstract class TrialProfiler implements InternalProfiler, TrialWatch {
  private final String name;
  private final String does;
  private final Figures figures = new Figures();
  private WatchedTrial trial;
  private Connection connection;

  /**
   * @param name its name on the command line
   * @param does what it does, in a line
   */
  TrialProfiler(String name, String does) {
    this.name = name;
    this.does = does;
  }

  /** What may stand in the way of a profiler. */
  interface Probe {
    void ask(Connection connection) throws SQLException, ProfilerException;
  }

  /**
   * Asks the server, if it is known already, whether the profiler can work.
   *
   * @throws ProfilerException if not, saying why
   */
  final void probe(Probe probe) throws ProfilerException {
    Optional<Target> known = TargetFinder.known();
    if (known.isEmpty()) {
      return;
    }
    try (Target target = known.get();
        Connection asked = target.connect()) {
      probe.ask(asked);
    } catch (UserError e) {
      throw new ProfilerException("-prof " + name + ": " + e.getMessage());
    } catch (SQLException e) {
      throw new ProfilerException(
          "-prof " + name + ": " + SqlDiagnosis.explain("look into the server", e).getMessage());
    }
  }

  /** Refuses options where there are none. */
  final void noOptions(String options) throws ProfilerException {
    if (!options.isBlank()) {
      throw new ProfilerException("-prof " + name + " takes no options, but got '" + options + "'");
    }
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String getDescription() {
    return "-prof " + name + ": " + does;
  }

  @Override
  public final void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    TrialWatches.measuring(iteration.getType() == IterationType.MEASUREMENT);
    TrialWatches.join(this);
  }

  @Override
  public final Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return TrialWatches.take(name);
  }

  @Override
  public final Collection<ScalarResult> ofBatches() throws SQLException {
    report(figures);
    return figures.take();
  }

  @Override
  public final Collection<ScalarResult> ofTrial() {
    return figures.take();
  }

  /** Adds what was taken since the last iteration, and forgets it. */
  abstract void report(Figures into) throws SQLException;

  @Override
  public void opened(WatchedTrial opened) throws SQLException {
    trial = opened;
    connection = opened.target().connect();
  }

  @Override
  public void dropping() throws SQLException {
    connection.close();
  }

  /** The trial that is watched. */
  final WatchedTrial trial() {
    return trial;
  }

  /** A session of the profiler's own. */
  final Connection connection() {
    return connection;
  }

  /** Takes figures of the whole trial, at its end. */
  final Figures figures() {
    return figures;
  }
}
