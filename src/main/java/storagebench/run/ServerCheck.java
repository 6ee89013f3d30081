package storagebench.run;

import storagebench.UserError;

/** Checks the server between trials. */
public interface ServerCheck {
  /**
   * Makes sure that the next trial can begin.
   *
   * @return false if background work was still going on when the wait for its end was given up
   * @throws UserError if the server is lost
   */
  boolean beforeTrial();

  /**
   * Tidies up what a failed trial left.
   *
   * @throws UserError if the server is lost
   */
  void afterFailure();
}
