package storagebench.run;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import storagebench.run.plan.PlannedCell;

/** What a run does on its server after its trials. */
public interface Epilogue {
  /** Nothing. */
  Epilogue NONE =
      new Epilogue() {
        @Override
        public Set<String> files() {
          return Set.of();
        }

        @Override
        public void check(MeasuredDatabase site, Collection<PlannedCell> cells) {}

        @Override
        public void run(MeasuredDatabase site, RunOutcome outcome, Consumer<String> notes) {}
      };

  /** Files of SQL of the user's, of which the run keeps copies. */
  Set<String> files();

  /**
   * Before the first trial, while the run has the server.
   *
   * @param cells what is about to be measured
   * @throws storagebench.UserError if it could not be done
   */
  void check(MeasuredDatabase site, Collection<PlannedCell> cells);

  /**
   * After the last trial, while the run still has the server and its folder.
   *
   * @param notes takes lines for the log
   */
  void run(MeasuredDatabase site, RunOutcome outcome, Consumer<String> notes);
}
