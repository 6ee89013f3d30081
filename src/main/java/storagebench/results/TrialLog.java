package storagebench.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import storagebench.UserError;

/**
 * When each fork of {@code jmh.json} ran and how long all of them took, as {@code trials.json}
 * beside it says: JMH's own JSON holds neither time nor order, and drift can only be seen along the
 * order in which trials of all cells ran.
 *
 * @param trials the finished trials, by position
 */
public record TrialLog(List<Trial> trials) {
  /** Name of the file in a run's folder. */
  public static final String FILE = "trials.json";

  /**
   * One finished trial.
   *
   * @param position 1 for the first trial that was begun in the folder, whatever became of it; more
   *     is later, also after a resumption
   * @param round 0 for the first
   * @param fork index in {@code rawData} of its cell in {@code jmh.json}
   * @param benchmark full name, as JMH knows it
   * @param parameters name to value
   * @param started UTC, ISO 8601
   * @param seconds how long the trial took, set-up included; never negative
   * @param settled false where background work on the server did not end before the trial, though
   *     the run waited for it
   */
  @JsonPropertyOrder({"position", "round", "fork", "benchmark", "parameters", "started", "seconds"})
  public record Trial(
      @JsonProperty(value = "position", required = true) int position,
      @JsonProperty(value = "round", required = true) int round,
      @JsonProperty(value = "fork", required = true) int fork,
      @JsonProperty(value = "benchmark", required = true) String benchmark,
      @JsonProperty(value = "parameters", required = true) Map<String, String> parameters,
      @JsonProperty("started") String started,
      @JsonProperty("seconds") double seconds,
      @JsonProperty("settled") boolean settled) {
    public Trial {
      parameters = new TreeMap<>(parameters);
    }
  }

  public TrialLog(@JsonProperty(value = "trials", required = true) List<Trial> trials) {
    this.trials = trials.stream().sorted(Comparator.comparingInt(Trial::position)).toList();
  }

  /**
   * The file beside a result file, if there is one.
   *
   * @throws UserError if it cannot be read
   */
  public static Optional<TrialLog> beside(Path results) {
    Path file = results.resolveSibling(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(Files.readAllBytes(file), TrialLog.class));
    } catch (JacksonException e) {
      throw new UserError(
          file + ": expected {\"trials\": [...]} as a run writes it; restore or remove it", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** How long the trials took together, in seconds; kept in the file for readers of it alone. */
  @JsonProperty(value = "seconds", access = JsonProperty.Access.READ_ONLY)
  public double seconds() {
    return trials.stream().mapToDouble(Trial::seconds).sum();
  }

  /** When a fork of a cell ran; empty if the file does not say. */
  public Optional<Trial> of(Identity cell, int fork) {
    return trials.stream()
        .filter(trial -> trial.fork() == fork)
        .filter(trial -> cell.isOf(trial.benchmark(), trial.parameters()))
        .findFirst();
  }

  /** Puts the file into a run's folder; one that was there is replaced. */
  public void write(Path folder) {
    try {
      WholeFile.write(folder.resolve(FILE), Json.MAPPER.writeValueAsBytes(this));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Made when first needed: most results have no such file, and making it takes long. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  }
}
