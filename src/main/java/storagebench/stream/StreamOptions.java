package storagebench.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import storagebench.UserError;
import storagebench.query.QueryTimeout;
import storagebench.server.Server;
import storagebench.storage.CallDetailRecords;
import storagebench.storage.Partitions;
import storagebench.storage.Variant;
import storagebench.storage.Workload;
import storagebench.workload.CallStream;
import storagebench.workload.DayOfTraffic;

/**
 * What was asked of a stream; what was not asked for is empty.
 *
 * @param workload where the rows come from
 * @param seed decides batch sizes, and the rows of call detail records
 * @param batches batches of a phase
 * @param scale what batch sizes are multiplied with
 * @param phases in order
 * @param variants named ones
 * @param method how batches get in
 * @param partitions how the tables are partitioned
 * @param queries whether to query the tables after loading
 * @param queryTimeout after which the server stops a query
 * @param keep whether to leave the tables behind
 * @param results the folder that run folders are made in
 * @param resume the folder of the stream to go on with
 */
public record StreamOptions(
    Optional<String> workload,
    Optional<Long> seed,
    Optional<Integer> batches,
    Optional<Double> scale,
    Optional<List<Phase>> phases,
    Optional<List<Variant>> variants,
    Optional<Method> method,
    Optional<Partitions> partitions,
    boolean queries,
    Optional<Duration> queryTimeout,
    boolean keep,
    Path results,
    Optional<Path> resume) {

  private static final int MOST_BATCHES = 9999;

  private static final double LARGEST_SCALE = 10;

  /** Steps of the scale: they stand in names of tables, which have few letters. */
  private static final double SCALE_STEPS = 10_000;

  /** Refuses what no stream could do. */
  public StreamOptions {
    seed.filter(s -> s < 0 || s > Integer.MAX_VALUE)
        .ifPresent(s -> refuse("--seed", s, "0 to " + Integer.MAX_VALUE));
    batches
        .filter(b -> b < 1 || b > MOST_BATCHES)
        .ifPresent(b -> refuse("--batches", b, "1 to " + MOST_BATCHES));
    scale
        .filter(
            s -> !(s > 0 && s <= LARGEST_SCALE) || s != Math.rint(s * SCALE_STEPS) / SCALE_STEPS)
        .ifPresent(s -> refuse("--scale", s, "0.0001 to 10 in at most four decimals"));
    QueryTimeout.check(queryTimeout, queries || resume.isPresent());
    variants
        .filter(v -> v.stream().distinct().count() < v.size())
        .ifPresent(v -> refuse("--variants", v, "each variant once"));
  }

  /** Whether tables have to be there before the stream or after it. */
  boolean needsLastingServer() {
    return keep || resume.isPresent();
  }

  /**
   * The plan of a new stream. Without call detail records there are no queries.
   *
   * @param storable the variants that the server can store
   */
  StreamPlan plan(String run, long order, List<Variant> storable) {
    String rows = workload.orElse(CallDetailRecords.NAME);
    Workload.requireKnown(rows);
    partitions
        .filter(asked -> asked != Partitions.NONE && !StreamPlan.ofCalls(rows))
        .ifPresent(
            asked ->
                refuse("--partitions", asked.word(), "none, but for " + CallDetailRecords.NAME));
    return new StreamPlan(
        run,
        rows,
        seed.orElse(CallStream.DEFAULT_SEED),
        batches.orElse(DayOfTraffic.BATCHES),
        scale.orElse(1.0),
        phases.orElse(List.of(Phase.values())),
        variants.orElse(storable),
        method.orElse(Method.INSERT_SELECT),
        partitions.orElse(Partitions.NONE),
        queries && StreamPlan.ofCalls(rows),
        queryTimeout.map(Duration::toSeconds).orElse(StreamPlan.QUERY_TIMEOUT),
        keep,
        order);
  }

  /**
   * The variants to insert into.
   *
   * @param leftOut takes a line about those that the server lacks
   * @throws UserError if one was named that the server lacks, or if it has none
   */
  List<Variant> storable(Server server, List<String> leftOut) {
    List<Variant> can = new ArrayList<>();
    for (Variant variant : variants.orElse(Arrays.asList(Variant.values()))) {
      Optional<String> why = variant.obstacle(server);
      if (why.isEmpty()) {
        can.add(variant);
      } else if (variants.isPresent()) {
        throw new UserError(
            variant + " cannot be stored here: " + why.get() + "; 'target' shows what can");
      } else {
        leftOut.add("Left out: " + variant + " cannot be stored here: " + why.get() + ".");
      }
    }
    return can;
  }

  /**
   * Makes sure that nothing was asked for that the stream is not.
   *
   * @throws UserError with the first difference
   */
  void agreeWith(StreamPlan plan) {
    agree("--workload", workload, plan.workload());
    agree("--seed", seed, plan.seed());
    agree("--batches", batches, plan.batches());
    agree("--scale", scale, plan.scale());
    agree("--phase", phases, plan.phases());
    agree("--variants", variants, plan.variants());
    agree("--method", method.map(Method::word), plan.method().word());
    agree("--partitions", partitions.map(Partitions::word), plan.partitions().word());
    agree("--queries", Optional.of(true).filter(asked -> queries), plan.queries());
    agree(
        QueryTimeout.OPTION,
        queryTimeout.map(asked -> asked.toSeconds() + "s"),
        plan.queryTimeout() + "s");
    agree("--keep", Optional.of(true).filter(asked -> keep), plan.keep());
  }

  private static <T> void agree(String option, Optional<T> asked, T begun) {
    if (asked.isPresent() && !asked.get().equals(begun)) {
      throw new UserError(
          "cannot resume with "
              + option
              + " "
              + asked.get()
              + ": the stream was begun with "
              + begun
              + "; leave the option out, or begin a new stream");
    }
  }

  private static void refuse(String option, Object value, String expected) {
    throw new UserError(option + " is " + value + "; expected " + expected);
  }
}
