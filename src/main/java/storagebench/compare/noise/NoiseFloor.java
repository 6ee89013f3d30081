package storagebench.compare.noise;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How far two runs of one build differ in one metric.
 *
 * @param floor as a share: 95 of 100 comparisons of one cell between two runs differed by less
 * @param comparisons how many there were: cells times pairs of runs
 * @param runs how many runs they come from
 */
@JsonPropertyOrder({"floor", "comparisons", "runs"})
public record NoiseFloor(
    @JsonProperty("floor") double floor,
    @JsonProperty("comparisons") int comparisons,
    @JsonProperty("runs") int runs) {
  /** Share of the comparisons that differ by less. */
  static final double QUANTILE = 0.95;

  /** Whether it is a share, and comes from something. */
  boolean isSound() {
    return floor >= 0 && floor < 1e6 && comparisons > 0;
  }
}
