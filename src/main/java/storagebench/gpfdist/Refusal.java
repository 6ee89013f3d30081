package storagebench.gpfdist;

/** Why a request gets an HTTP error and no rows. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status HTTP's number for it; a segment that gets 408 tries again
   * @param reason short and without what the request said
   */
  Refusal(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  /** The status line, which the cluster shows as the message of the statement's error. */
  String statusLine() {
    return status + " " + getMessage();
  }
}
