package storagebench.compare.input;

import java.util.Comparator;

/**
 * When a fork ran: forks of the same round of the same session ran side by side.
 *
 * @param session the session; unique to the run where it was not measured in turns with another
 * @param number 0 for the first round
 */
public record Round(String session, int number) implements Comparable<Round> {
  private static final Comparator<Round> ORDER =
      Comparator.comparing(Round::session).thenComparing(Round::number);

  @Override
  public int compareTo(Round other) {
    return ORDER.compare(this, other);
  }
}
