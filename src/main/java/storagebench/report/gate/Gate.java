package storagebench.report.gate;

import storagebench.report.study.Study;

/** A check that every report makes: is this measurement sound, and is a format as it should be? */
public interface Gate {
  /** Whether the results are such that it could be asked of them at all. */
  default boolean applies(Study study) {
    return true;
  }

  /** Looks at every cell and tells the worst. */
  Finding check(Study study);
}
