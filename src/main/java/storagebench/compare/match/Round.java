package storagebench.compare.match;

/**
 * When a fork ran: forks of the same round of the same session ran side by side.
 *
 * @param session the session; unique to the run where it was not measured in turns with another
 * @param number 0 for the first round
 */
public record Round(String session, int number) implements Comparable<Round> {
  @Override
  public int compareTo(Round other) {
    int bySession = session.compareTo(other.session);
    return bySession != 0 ? bySession : Integer.compare(number, other.number);
  }
}
