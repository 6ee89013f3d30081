package storagebench.choose;

/**
 * A race that was run, to its end or as far as the budget went.
 *
 * @param cells what raced
 * @param race how it stands
 */
record FinishedRace(RacedCells cells, Race race) {
  /** Rows a second of a contender, by the mean of the logarithms of its trials. */
  double rowsPerSecond(Contender contender) {
    return Math.exp(-race.logTime(contender));
  }
}
