package storagebench.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import storagebench.UserError;

/**
 * Says that a run was measured in turns with another one: both folders hold a {@code rounds.json}
 * with the same session, such as {@code {"session": "20260105T101500Z", "rounds": [0, 1, 2]}}. What
 * was measured in the same round of the same session stands under the same drift and is a pair.
 *
 * @param session name of the session, the same in every run that took part
 * @param rounds the round in which fork i of every cell ran; fork i ran in round i if absent
 * @param differs fields that were made to differ between the runs, such as {@code variant}: what
 *     the session is to tell about
 * @param looks when the session was looked at to see whether it could end; null if never
 */
@JsonPropertyOrder({"session", "rounds", "differs", "looks"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Interleaving(
    String session, List<Integer> rounds, List<String> differs, Looks looks) {
  /** Name of the file in a run's folder. */
  public static final String FILE = "rounds.json";

  /**
   * Looks at what there is so far, after each trial of a cell.
   *
   * @param spending how the level of the test is used up over the looks
   * @param first trials at the first look
   * @param maximum trials at the last look
   */
  public record Looks(String spending, int first, int maximum) {}

  /** A session in which nothing is said to differ and that was not looked at. */
  public Interleaving(String session, List<Integer> rounds) {
    this(session, rounds, List.of(), null);
  }

  @JsonCreator
  public Interleaving(
      @JsonProperty("session") String session,
      @JsonProperty("rounds") List<Integer> rounds,
      @JsonProperty("differs") List<String> differs,
      @JsonProperty("looks") Looks looks) {
    if (session == null || session.isBlank()) {
      throw new IllegalArgumentException("no session");
    }
    this.session = session;
    this.rounds = rounds == null ? List.of() : List.copyOf(rounds);
    this.differs = differs == null ? List.of() : List.copyOf(differs);
    this.looks = looks;
    if (new HashSet<>(this.rounds).size() < this.rounds.size()) {
      throw new IllegalArgumentException("the same round twice");
    }
  }

  /** The file beside a result file, if there is one. */
  public static Optional<Interleaving> beside(Path results) {
    Path file = results.resolveSibling(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          new ObjectMapper().readValue(Files.readAllBytes(file), Interleaving.class));
    } catch (JacksonException e) {
      throw new UserError(
          file + ": expected {\"session\": NAME, \"rounds\": [0, 1, ...]}; mend or remove it", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Puts the file into a run's folder. */
  public void write(Path folder) {
    try {
      WholeFile.write(folder.resolve(FILE), new ObjectMapper().writeValueAsBytes(this));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The round of a fork. */
  public int roundOf(int fork) {
    if (rounds.isEmpty()) {
      return fork;
    }
    if (fork >= rounds.size()) {
      throw new UserError(
          FILE
              + " of session "
              + session
              + " names "
              + rounds.size()
              + " rounds, a cell has more forks");
    }
    return rounds.get(fork);
  }
}
