package storagebench.run.folder;

import java.nio.file.Path;
import java.util.List;

/** The result files that are made from the finished trials of a run or a duel. */
public interface RunResults {
  /** The folders that they are in. */
  List<Path> folders();

  /**
   * Replaces them.
   *
   * @param finished all finished trials; none leave the files as they are
   * @throws storagebench.UserError if one cannot be written
   */
  void write(List<FinishedTrial> finished);
}
