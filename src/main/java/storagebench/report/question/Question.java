package storagebench.report.question;

import java.util.Optional;
import storagebench.report.study.Study;
import storagebench.table.Table;

/** A question that a report answers with one table. */
public interface Question {
  /** The answer; empty where the cells do not hold one, such as one thread count alone. */
  Optional<Table> answer(Study study);

  /** Whether it is about the cells as they were measured, however the user has them shown. */
  default boolean ofCellsAsMeasured() {
    return false;
  }
}
