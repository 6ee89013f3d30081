package storagebench.run;

import storagebench.UserError;

/** What trials stand on: the server, between one trial and the next. */
interface Ground {
  /** For trials that need no server. */
  Ground NONE =
      new Ground() {
        @Override
        public void beforeTrial() {}

        @Override
        public void afterFailure() {}
      };

  /**
   * Makes sure that the next trial can begin.
   *
   * @throws UserError if the server is lost
   */
  void beforeTrial();

  /**
   * Tidies up what a failed trial left.
   *
   * @throws UserError if the server is lost
   */
  void afterFailure();
}
