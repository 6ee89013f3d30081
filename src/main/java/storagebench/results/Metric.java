package storagebench.results;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The secondary metrics that the suite's benchmarks put into JMH's JSON, once an iteration. The
 * name, the unit and the direction of a metric are fixed here and nowhere else. A metric that could
 * not be taken is absent from the JSON, never 0.
 */
public enum Metric {
  /** Rows that the iteration inserted and committed, over all threads. */
  ROWS_INSERTED("rows.inserted", "rows", Direction.NEUTRAL),
  /** Rows in the table after the iteration, preloaded and warm-up rows included. */
  ROWS_TABLE("rows.table", "rows", Direction.NEUTRAL),
  /** Low 48 bits (exact in a double) of the checksum of all rows sent to the table so far. */
  ROWS_CHECKSUM("rows.checksum", "hash", Direction.NEUTRAL),
  /** {@link #ROWS_INSERTED} divided by {@link #TIME_WALL}. */
  ROWS_RATE("rows.rate", "rows/s", Direction.HIGHER_IS_BETTER),
  /** From the first statement of the iteration to its last commit, over all threads. */
  TIME_WALL("time.wall", "ms", Direction.LOWER_IS_BETTER),
  /** Statement and commit of the iteration by the server's own clock, without the network. */
  TIME_SERVER("time.server", "ms", Direction.LOWER_IS_BETTER),
  /**
   * Time on a CPU, over all server processes that inserted in the iteration; on several cores more
   * than {@link #TIME_WALL}.
   */
  TIME_CPU("time.cpu", "ms", Direction.LOWER_IS_BETTER),
  /** Machine instructions of the same processes in the iteration, where the machine counts them. */
  INSTRUCTIONS("instructions", "instructions", Direction.LOWER_IS_BETTER),
  /** Write-ahead log of all instances in the iteration, whoever wrote it. */
  BYTES_WAL("bytes.wal", "B", Direction.LOWER_IS_BETTER),
  /** Time of one commit; the mean where an iteration has several. */
  TIME_COMMIT("time.commit", "ms", Direction.LOWER_IS_BETTER),
  /** Bytes of the table's rows as COPY text: the numerator of every compression ratio. */
  BYTES_RAW("bytes.raw", "B", Direction.NEUTRAL),
  /** Bytes of the table's data over all segments, without indexes and auxiliary relations. */
  BYTES_TABLE("bytes.table", "B", Direction.LOWER_IS_BETTER),
  /** Bytes of the table's indexes over all segments. */
  BYTES_INDEX("bytes.index", "B", Direction.LOWER_IS_BETTER),
  /** Bytes of what the format keeps beside the data: segment-file lists, block directory, maps. */
  BYTES_AUXILIARY("bytes.auxiliary", "B", Direction.LOWER_IS_BETTER),
  /** The server's own count of the bytes before compression; AO and AOCO only. */
  BYTES_UNCOMPRESSED("bytes.uncompressed", "B", Direction.NEUTRAL),

  /** In a duel: 0 for the baseline, 1 for the candidate. */
  DUEL_SIDE("duel.side", "side", Direction.NEUTRAL),

  /**
   * In a duel: number of the pair; both sides take the same batch in a pair, one after the other.
   */
  DUEL_PAIR("duel.pair", "pair", Direction.NEUTRAL);

  /** Which way a metric is good. */
  public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** A description of the work done; no value is better than another. */
    NEUTRAL
  }

  /** The bits of a checksum that a double holds exactly. */
  private static final long CHECKSUM_MASK = (1L << 48) - 1;

  private static final String OTHER_SIDE = "duel.other.";

  private static final Map<String, Metric> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::label, m -> m));

  private final String label;
  private final String unit;
  private final Direction direction;

  Metric(String label, String unit, Direction direction) {
    this.label = label;
    this.unit = unit;
    this.direction = direction;
  }

  /** Name in the JSON's {@code secondaryMetrics}; free of the characters JMH does not escape. */
  public String label() {
    return label;
  }

  /** Unit as written to the JSON. */
  public String unit() {
    return unit;
  }

  /** Which way the metric is good. */
  public Direction direction() {
    return direction;
  }

  /** Whether it is a size, which is known exactly; all others have an error of measurement. */
  public boolean isSize() {
    return label.startsWith("bytes.") && !isSpent();
  }

  /** Whether it grows with the rows that an iteration inserts, and so is told for each of them. */
  public boolean isSpent() {
    return this == TIME_CPU || this == INSTRUCTIONS || this == BYTES_WAL;
  }

  /** A checksum as the value of {@link #ROWS_CHECKSUM}. */
  public static double checksum(long checksum) {
    return checksum & CHECKSUM_MASK;
  }

  /**
   * What a metric is called in an iteration of a duel that is not of its side: the last iteration
   * of a trial has what was taken of both sides' whole trial.
   */
  public static String ofOtherSide(String label) {
    return OTHER_SIDE + label;
  }

  /** The metric that was named by {@link #ofOtherSide}; empty for any other. */
  public static Optional<String> byOtherSide(String label) {
    return label.startsWith(OTHER_SIDE)
        ? Optional.of(label.substring(OTHER_SIDE.length()))
        : Optional.empty();
  }

  /** The metric of that name in a JSON file; empty for one of somebody else's profilers. */
  public static Optional<Metric> byLabel(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }
}
