package storagebench.stream;

/** A day of traffic into new tables. */
public enum Phase {
  /** Without indexes. */
  ONE(1, false),
  /** With the five indexes, built before the first batch. */
  TWO(2, true);

  private final int number;
  private final boolean indexes;

  Phase(int number, boolean indexes) {
    this.number = number;
    this.indexes = indexes;
  }

  /** As in the journal. */
  public int number() {
    return number;
  }

  /** Whether the tables have indexes. */
  public boolean indexes() {
    return indexes;
  }

  /** The phase of that number. */
  static Phase of(int number) {
    return number == ONE.number ? ONE : TWO;
  }

  @Override
  public String toString() {
    return "phase " + number;
  }
}
