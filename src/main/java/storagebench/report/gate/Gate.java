package storagebench.report.gate;

import storagebench.report.study.Study;

/** A check that every report makes: is this measurement sound, and is a format as it should be? */
public interface Gate {
  /** Looks at every cell and tells the worst. */
  Finding check(Study study);
}
