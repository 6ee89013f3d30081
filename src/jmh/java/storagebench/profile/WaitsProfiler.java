package storagebench.profile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.server.Target;

/**
 * What the inserting sessions wait for while the clock runs, by wait class and event, as shares of
 * the batches' time, on the coordinator and on every segment. It samples from sessions of its own:
 * the only work of a profiler that falls inside the clock. "CPU" is no wait event at all, as in
 * pg_stat_activity; a coordinator that polls its segments has none, so its CPU time is to be read
 * from {@link BackendsProfiler}.
 */
public final class WaitsProfiler extends TrialProfiler {
  private static final Pattern RATE = Pattern.compile("hz=([1-9]\\d{0,2})");

  /**
   * Samples of each instance a second, which are about a hundred of a coordinator and two segments.
   * Each wakes a backend; {@code results/proof/profilers.md} has what that costs the batches.
   */
  private static final String USUAL_RATE = "30";

  private final String rate;
  private final WaitShares shares = new WaitShares();
  private final List<WaitSampler> samplers = new ArrayList<>();
  private boolean cluster;

  /** For JMH's list. */
  public WaitsProfiler() {
    this(new Rate(USUAL_RATE));
  }

  /** For a run. */
  public WaitsProfiler(String options) throws ProfilerException {
    this(Rate.parse(options));
    probe(Instances::isCluster);
  }

  private WaitsProfiler(Rate rate) {
    super(
        "waits",
        "shares of time by wait event (CPU when none), coordinator and segments; option hz=N");
    this.rate = rate.hz();
  }

  /** How often a second. */
  private record Rate(String hz) {
    static Rate parse(String options) throws ProfilerException {
      Matcher given = RATE.matcher(options.isBlank() ? "hz=" + USUAL_RATE : options);
      if (!given.matches()) {
        throw new ProfilerException("-prof waits: '" + options + "'; expected hz=N, 1 to 999");
      }
      return new Rate(given.group(1));
    }
  }

  @Override
  public TrialWatch another() {
    return new WaitsProfiler(new Rate(rate));
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
    Map<String, String> variables = new HashMap<>(trial().sessionVariables());
    variables.put("hz", rate);
    return new WaitSampler(connection, script, here, variables);
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
