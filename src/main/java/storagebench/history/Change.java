package storagebench.history;

import storagebench.results.ServerBuild;

/**
 * A change of a line, found on some night and placed between two.
 *
 * @param reading what found it, on the night on which it was found
 * @param place of the most likely first night with the change among the points of the line
 * @param before place of the last night that surely was without it, with a confidence of 95 %
 * @param after place of the first night that surely had it
 */
public record Change(Reading reading, int place, int before, int after) {
  /** The line that changed. */
  public Line line() {
    return reading.line();
  }

  /** The night on which it was found. */
  public Night found() {
    return line().points().get(reading.place()).night();
  }

  /** The most likely first night with the change. */
  public Night at() {
    return line().points().get(place).night();
  }

  /** The last night that surely was without it. */
  public Night lastWithout() {
    return line().points().get(before).night();
  }

  /** The first night that surely had it. */
  public Night firstWith() {
    return line().points().get(after).night();
  }

  /** The builds between which it happened, such as {@code e7c2b1f..67a0e2a}. */
  public String builds() {
    ServerBuild old = lastWithout().build();
    ServerBuild young = firstWith().build();
    return old.equals(young) ? "within " + old.label() : old.label() + ".." + young.label();
  }
}
