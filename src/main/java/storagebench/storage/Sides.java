package storagebench.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/**
 * The sides of one trial of a duel, as a run hands them to the fork that measures them.
 *
 * @param sides the baseline, then the candidate; one of them alone if each has a fork of its own
 * @param turns who goes when; null for one alone
 */
public record Sides(List<TrialSide> sides, Turns turns) {
  /** System property of the fork; without it a trial has one table only. */
  public static final String PROPERTY = "storagebench.sides";

  private static final ObjectMapper JSON = new ObjectMapper();

  public Sides {
    sides = List.copyOf(sides);
  }

  /** A side that has the fork to itself. */
  public static Sides alone(TrialSide side) {
    return new Sides(List.of(side), null);
  }

  /** The argument of the fork's JVM. */
  public String argument() {
    try {
      return "-D" + PROPERTY + "=" + JSON.writeValueAsString(this);
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the run handed over; empty in a fork that measures one side. */
  public static Optional<Sides> inFork() {
    String text = System.getProperty(PROPERTY, "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text, Sides.class));
    } catch (JacksonException e) {
      throw new IllegalStateException(PROPERTY + " cannot be read", e);
    }
  }
}
