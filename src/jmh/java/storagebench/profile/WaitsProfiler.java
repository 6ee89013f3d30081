package storagebench.profile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.target.Target;

/**
 * What the inserting sessions wait for while the clock runs, by wait class and event, as shares of
 * the batches' time, on the coordinator and on every segment. It samples from sessions of its own,
 * about a hundred times a second: the only work of a profiler that falls inside the clock. "CPU" is
 * no wait event at all, as in pg_stat_activity; a coordinator that polls its segments has none, so
 * its CPU time is to be read from {@link BackendsProfiler}.
 */
public final class WaitsProfiler extends TrialProfiler {
  private final WaitShares shares = new WaitShares();
  private final List<WaitSampler> samplers = new ArrayList<>();
  private boolean cluster;

  /** For JMH's list. */
  public WaitsProfiler() {
    super("waits", "shares of time by wait event (CPU when none), coordinator and segments");
  }

  /** For a run. */
  public WaitsProfiler(String options) throws ProfilerException {
    this();
    noOptions(options);
    probe(Instances::isCluster);
  }

  @Override
  public void opened(WatchedTrial trial) throws SQLException {
    super.opened(trial);
    cluster = Instances.isCluster(connection());
  }

  @Override
  public void beforeBatch() {
    if (samplers.isEmpty()) {
      String here = cluster ? Instances.COORDINATOR : Instances.SERVER;
      samplers.add(sampler("waits", here));
      if (cluster) {
        samplers.add(sampler("waits_segments", here));
      }
    }
    samplers.forEach(sampler -> sampler.rest(false));
  }

  private WaitSampler sampler(String script, String here) {
    Connection connection = trial().target().connect(Target.AS_PSQL);
    return new WaitSampler(connection, script, here, trial().sessionVariables());
  }

  @Override
  public void afterBatch(BatchWindow window) {
    for (WaitSampler sampler : samplers) {
      for (WaitSampler.Sample sample : sampler.between(window.begun(), window.committed())) {
        boolean rowsHere = !sample.instance().equals(Instances.COORDINATOR);
        shares.count(sample, rowsHere, sample.nanos() - window.executed() > 0);
      }
    }
  }

  @Override
  void report(Figures into) {
    shares.report(into);
  }

  @Override
  public void rest() {
    samplers.forEach(sampler -> sampler.rest(true));
  }

  @Override
  public void closing() throws SQLException {
    for (WaitSampler sampler : samplers) {
      sampler.close();
    }
    samplers.clear();
  }
}
