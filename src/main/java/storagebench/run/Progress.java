package storagebench.run;

/** Shows how a run goes on. */
interface Progress extends AutoCloseable {
  /** A trial begins. */
  void begun(Rounds.Trial trial, Standing standing);

  /** A trial counts. */
  void finished(FinishedTrial trial, Standing standing);

  /** A trial failed; the line says why. */
  void failed(Rounds.Trial trial, String line, Standing standing);

  /** Something worth knowing. */
  void line(String text);

  /** Something that may spoil the measurement. */
  void warning(String text);

  @Override
  void close();
}
