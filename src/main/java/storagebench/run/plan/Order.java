package storagebench.run.plan;

/** In what order trials run. */
public enum Order {
  /** Round by round, each in an order of its own: drift falls on all cells alike. */
  RANDOM,

  /** JMH's: all forks of a cell back to back, cell after cell. */
  FIXED
}
