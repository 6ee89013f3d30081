package storagebench.choose;

/**
 * One of those that race.
 *
 * @param name unlike any other's in the race
 * @param bytesPerRow its size, exact after one trial
 */
public record Contender(String name, double bytesPerRow) {
  public Contender {
    if (!(bytesPerRow > 0)) {
      throw new IllegalArgumentException(name + " has " + bytesPerRow + " bytes a row");
    }
  }
}
