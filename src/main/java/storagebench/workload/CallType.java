package storagebench.workload;

/** Values of {@code call_type}. */
public enum CallType {
  VOICE("voice"),
  SMS("sms"),
  DATA("data");

  private final String text;
  private final byte[] ascii;

  CallType(String text) {
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
