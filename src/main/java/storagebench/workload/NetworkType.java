package storagebench.workload;

/** Values of {@code network_type}. */
public enum NetworkType {
  LTE("4G"),
  NR("5G"),
  NR_MMWAVE("5G-mmWave");

  private final String text;
  private final byte[] ascii;

  NetworkType(String text) {
    this.text = text;
    this.ascii = Columns.ascii(text);
  }

  /** The value as stored. */
  public String text() {
    return text;
  }

  /** The value's bytes; shared, not to be written to. */
  byte[] ascii() {
    return ascii;
  }
}
