package storagebench.table;

/** What a column counts, with its base unit: the unit of its values and of CSV. */
public enum Quantity {
  /** A name; no number. */
  TEXT(""),
  /** The figures of the column before it in words; no number. */
  IN_WORDS(""),
  /** A number of things, such as forks. */
  COUNT(""),
  /** Rows of a table. */
  ROWS(""),
  /** Rows inserted and committed a second. */
  RATE("rows/s"),
  /** A length of time. */
  TIME("s"),
  /** Time for each row. */
  TIME_PER_ROW("s/row"),
  /** Time for each row; so small that people read it for a million rows. */
  TIME_PER_MILLION_ROWS("s/row"),
  /** Bytes on disk or on the wire. */
  BYTES("B"),
  /** Bytes for each row. */
  BYTES_PER_ROW("B/row"),
  /** A part of a whole, 0 to 1; people read it in percent. */
  SHARE("1"),
  /** How many times something else. */
  FACTOR("×"),
  /** A number whose unit stands in another column. */
  NUMBER("");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  /** Base unit; empty where there is none. */
  public String unit() {
    return unit;
  }
}
