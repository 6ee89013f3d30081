package storagebench;

/**
 * An error the user can mend: one line that says what is wrong, what was expected and what to do.
 * The command line prints the message alone and exits with 2; the cause is shown with {@code
 * --verbose}.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line without line breaks and without secrets
   */
  public UserError(String message) {
    super(message);
  }

  /**
   * @param message one line without line breaks and without secrets
   * @param cause what the machine said; may be null
   */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
