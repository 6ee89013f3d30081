package storagebench.choose;

/**
 * One of those that race.
 *
 * @param name unlike any other's in the race
 * @param bytesPerRow its size after one trial; that is exact but for gpfdist, where which segment
 *     fetches which rows is by chance, and trials of one table differ by about a thousandth
 */
public record Contender(String name, double bytesPerRow) {
  public Contender {
    if (!(bytesPerRow > 0)) {
      throw new IllegalArgumentException(name + " has " + bytesPerRow + " bytes a row");
    }
  }
}
