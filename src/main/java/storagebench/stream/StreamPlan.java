package storagebench.stream;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import storagebench.UserError;
import storagebench.results.WholeFile;
import storagebench.storage.BenchSchema;
import storagebench.storage.CallDetailRecords;
import storagebench.storage.Partitions;
import storagebench.storage.Variant;
import storagebench.storage.Workload;
import storagebench.workload.DayOfTraffic;

/**
 * All that decides what a stream inserts, where and in which order. It is fixed at the beginning
 * and kept in the stream's folder and in the journal.
 *
 * @param run the stream's name in the journal, eight hexadecimal digits
 * @param workload where its rows come from, as in {@code -p workload}
 * @param seed decides batch sizes, and the rows of call detail records
 * @param batches batches of a phase
 * @param scale what batch sizes are multiplied with
 * @param phases in order
 * @param variants in the order of reports
 * @param method how batches get in
 * @param partitions how the tables are partitioned
 * @param queries whether the tables are queried after loading
 * @param queryTimeout seconds after which the server stops a query
 * @param keep whether the tables stay until {@code clean}
 * @param order the seed of the order of variants in each batch
 */
@JsonPropertyOrder({
  "run",
  "workload",
  "seed",
  "batches",
  "scale",
  "phases",
  "variants",
  "method",
  "partitions",
  "queries",
  "queryTimeout",
  "keep",
  "order"
})
public record StreamPlan(
    String run,
    String workload,
    long seed,
    int batches,
    double scale,
    List<Phase> phases,
    List<Variant> variants,
    Method method,
    Partitions partitions,
    boolean queries,
    long queryTimeout,
    boolean keep,
    long order) {
  /** The file in a stream's folder. */
  static final String FILE = "stream.json";

  /** Seconds; no query of a table that serves its format well takes so long. */
  static final long QUERY_TIMEOUT = 600;

  /** Batches between two ANALYZEs. */
  private static final int ANALYZED_EVERY = 50;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public StreamPlan {
    phases = List.copyOf(phases);
    variants = List.copyOf(variants);
    // Absent from what was written before there was a choice.
    workload = workload == null ? CallDetailRecords.NAME : workload;
    queryTimeout = queryTimeout == 0 ? QUERY_TIMEOUT : queryTimeout;
  }

  /**
   * The plan of the stream in a folder.
   *
   * @throws UserError if the folder holds none
   */
  static StreamPlan read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return JSON.readValue(Files.readAllBytes(file), StreamPlan.class);
    } catch (NoSuchFileException e) {
      throw new UserError(folder + " is no folder of a stream: it has no " + FILE, e);
    } catch (JacksonException e) {
      throw new UserError(file + " is not what a stream wrote; take it from a copy", e);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Puts the plan into a folder. */
  void write(Path folder) {
    WholeFile.write(folder.resolve(FILE), json().getBytes(StandardCharsets.UTF_8));
  }

  /** As kept in the journal. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether that is this plan, as an earlier version may have written it. */
  boolean isWrittenAs(String json) {
    try {
      return equals(JSON.readValue(json, StreamPlan.class));
    } catch (JacksonException e) {
      return false;
    }
  }

  /** The day that it inserts. */
  public DayOfTraffic day() {
    return new DayOfTraffic(seed, batches, scale);
  }

  /**
   * Opens its workload.
   *
   * @param connection commits every statement
   */
  Workload open(Connection connection) {
    return ofCalls(workload)
        ? new CallDetailRecords(day().stream())
        : Workload.open(workload, connection);
  }

  /** Whether a workload has the day's calls, which are what is partitioned and queried. */
  static boolean ofCalls(String workload) {
    return workload.equals(CallDetailRecords.NAME);
  }

  /** The order in which the variants take batch k, drawn anew for each. */
  List<Variant> order(Phase phase, int k) {
    List<Variant> drawn = new ArrayList<>(variants);
    Collections.shuffle(drawn, new Random(order + 1_000_003L * k + phase.number()));
    return drawn;
  }

  /** Whether the tables are analyzed after batch k. */
  static boolean analyzedAfter(int k) {
    return k % ANALYZED_EVERY == 0;
  }

  /** Name within the schema of a variant's table. */
  String table(Phase phase, Variant variant) {
    return String.format(
        Locale.ROOT,
        "%s%s_%d_%s",
        BenchSchema.STREAM_PREFIX,
        run,
        phase.number(),
        variant.name().toLowerCase(Locale.ROOT));
  }
}
