package storagebench.profile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import storagebench.results.Metric;

/**
 * What a server spends on batches beside time: CPU of the processes that insert, where all of them
 * run on this machine, their instructions, where it counts them, and write-ahead log. Taken right
 * before and right after the clock, in every trial, over a session of its own. What cannot be had
 * is left out, and one line says so.
 */
public final class ServerUse implements AutoCloseable {
  private static final String NAME = "CPU and WAL of the server";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String INSTRUCTIONS = "instructions";

  private final WatchedTrial trial;
  private final Connection connection;
  private final Instances instances;
  private final String event;
  private final Map<Metric, Double> spent = new EnumMap<>(Metric.class);
  private Look before;
  private Optional<PerfStat> counting = Optional.empty();

  /** CPU time of each process since its start, and log of each instance since its birth. */
  private record Look(Map<Integer, Double> cpuMillis, Map<String, Double> walBytes) {
    static final Look FAILED = new Look(Map.of(), Map.of());

    Map<Metric, Double> since(Look earlier) {
      return Map.of(
          Metric.TIME_CPU, difference(cpuMillis, earlier.cpuMillis),
          Metric.BYTES_WAL, difference(walBytes, earlier.walBytes));
    }

    /** What was not there before began at 0; what is gone took its figure along. */
    private static <K> double difference(Map<K, Double> now, Map<K, Double> then) {
      return then.isEmpty() || !now.keySet().containsAll(then.keySet())
          ? Double.NaN
          : sum(now.values()) - sum(then.values());
    }

    private static double sum(Collection<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Finds out what can be taken of the server of a trial. */
  public ServerUse(WatchedTrial trial) throws SQLException {
    this(trial, INSTRUCTIONS);
  }

  /**
   * For tests.
   *
   * @param event what perf counts for instructions, which few virtual machines do
   */
  ServerUse(WatchedTrial trial, String event) throws SQLException {
    this.trial = trial;
    this.event = event;
    connection = trial.target().connect();
    instances = new Instances(connection);
    TrialWatches.guard(NAME, this::probe);
  }

  /** This session has processes where those that insert will have theirs. */
  private void probe() throws SQLException {
    WatchedTrial itself = new WatchedTrial("", trial.target(), trial.table(), trial.variant());
    itself.sessions().add(WatchedSession.of(connection));
    Look look = look(itself);
    spent.put(Metric.BYTES_WAL, 0.0);
    if (look.cpuMillis().isEmpty()) {
      ProfilerWarnings.tell(
          "CPU time of the server is not taken: not all of its processes run on this machine, or"
              + " they are hidden from this user");
    } else {
      spent.put(Metric.TIME_CPU, 0.0);
      if (PerfStat.counts(event, look.cpuMillis().keySet().iterator().next())) {
        spent.put(Metric.INSTRUCTIONS, 0.0);
      }
    }
  }

  /** The clock starts next. */
  public void beforeBatch() {
    before = lookOrFail();
    if (spent.containsKey(Metric.INSTRUCTIONS) && !before.cpuMillis().isEmpty()) {
      TrialWatches.guard(
          NAME, () -> counting = Optional.of(PerfStat.start(event, before.cpuMillis().keySet())));
      // Until perf counts, others may have written to the log.
      before = lookOrFail();
    }
  }

  /** The clock has stopped. */
  public void afterBatch() {
    Map<Metric, Double> batch = new EnumMap<>(lookOrFail().since(before));
    batch.put(Metric.INSTRUCTIONS, counted());
    spent.replaceAll((metric, sum) -> sum + batch.get(metric));
  }

  private double counted() {
    double[] count = {Double.NaN};
    counting.ifPresent(
        stat ->
            TrialWatches.guard(
                NAME,
                () -> {
                  try (stat) {
                    count[0] = stat.stop().orElse(Double.NaN);
                  }
                }));
    counting = Optional.empty();
    return count[0];
  }

  /**
   * What was spent on the batches since it was last asked, in the metrics' units. A metric that
   * cannot be had of this server is absent; one that could not be taken of every batch is NaN.
   */
  public Map<Metric, Double> take() {
    Map<Metric, Double> taken = Map.copyOf(spent);
    spent.replaceAll((metric, sum) -> 0.0);
    return taken;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Look lookOrFail() {
    Look[] look = {Look.FAILED};
    if (!spent.isEmpty() && !TrialWatches.resting()) {
      TrialWatches.guard(NAME, () -> look[0] = look(trial));
    }
    return look[0];
  }

  /** Without CPU times if one of the processes is not to be seen. */
  private Look look(WatchedTrial watched) throws SQLException {
    Map<Integer, Double> cpu = new HashMap<>();
    Map<String, Double> wal = new HashMap<>();
    boolean[] here = {true};
    instances.ask(
        "use",
        watched.sessionVariables(),
        (instance, row) -> {
          wal.put(instance, row.getDouble("bytes"));
          for (int pid : Backends.pids(row.getString("pids"))) {
            here[0] = here[0] && Backends.isHere(pid);
            if (here[0]) {
              cpu.put(pid, ProcessUse.cpuNanos(pid) / NANOS_PER_MILLI);
            }
          }
        });
    return new Look(here[0] ? cpu : Map.of(), wal);
  }
}
