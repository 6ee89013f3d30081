package storagebench.stream;

/** How the batches of a stream get into its tables. */
public enum Method {
  /** From a table staged on the server: shows the storage format. */
  INSERT_SELECT("insertSelect"),
  /** By COPY text from the client: what a loader sees. */
  COPY("copy");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** As on the command line and in results. */
  public String word() {
    return word;
  }
}
