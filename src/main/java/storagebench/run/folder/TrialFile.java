package storagebench.run.folder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.results.RunResult;
import storagebench.Sha256;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/**
 * One finished trial as a file. JMH's results are kept in the form in which its forks send them, so
 * that a resumed run ends with the very file that JMH would have written; {@code jmh.json} holds
 * the same figures for people and other tools.
 *
 * @param position see {@link FinishedTrial}
 * @param round 0 for the first
 * @param cell what was measured
 * @param started UTC, ISO 8601
 * @param nanos how long it took
 * @param settled see {@link FinishedTrial}
 * @param results JMH's results, serialized and compressed
 * @param sha256 of all of the above: damage is found before it gets into a result
 */
@JsonPropertyOrder({
  "position",
  "round",
  "cell",
  "started",
  "nanos",
  "settled",
  "results",
  "sha256"
})
record TrialFile(
    int position,
    int round,
    PlannedCell cell,
    String started,
    long nanos,
    boolean settled,
    byte[] results,
    String sha256) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A file is data: nothing but what JMH's results are made of is read from it. */
  private static final ObjectInputFilter ONLY_RESULTS =
      ObjectInputFilter.Config.createFilter(
          "org.openjdk.jmh.**;java.lang.*;java.util.**;java.math.*;!*");

  /** The file's bytes. */
  static byte[] write(FinishedTrial trial) {
    TrialFile unsigned =
        new TrialFile(
            trial.position(),
            trial.trial().round(),
            trial.trial().cell(),
            trial.started().toString(),
            trial.took().toNanos(),
            trial.settled(),
            serialized(trial.results()),
            "");
    return unsigned.signed().json();
  }

  /**
   * The trial in a file.
   *
   * @throws IOException if the bytes are not, to the last one, what {@link #write} made
   */
  static FinishedTrial read(byte[] bytes) throws IOException {
    TrialFile file = JSON.readValue(bytes, TrialFile.class);
    if (file == null
        || file.cell == null
        || file.results == null
        || !file.signed().sha256.equals(file.sha256)) {
      throw new IOException("its checksum is wrong");
    }
    return new FinishedTrial(
        new Rounds.Trial(file.cell, file.round),
        file.position,
        Instant.parse(file.started),
        Duration.ofNanos(file.nanos),
        file.settled,
        deserialized(file.results));
  }

  private TrialFile signed() {
    TrialFile unsigned = new TrialFile(position, round, cell, started, nanos, settled, results, "");
    return new TrialFile(
        position, round, cell, started, nanos, settled, results, Sha256.of(unsigned.json()));
  }

  private byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] serialized(List<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
      out.writeObject(results.toArray(RunResult[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<RunResult> deserialized(byte[] bytes) throws IOException {
    try (ObjectInputStream in =
        new ObjectInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      in.setObjectInputFilter(ONLY_RESULTS);
      return new ArrayList<>(List.of((RunResult[]) in.readObject()));
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException("another version of JMH wrote it", e);
    }
  }
}
