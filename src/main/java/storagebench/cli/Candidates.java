package storagebench.cli;

import org.openjdk.jmh.annotations.Mode;
import storagebench.UserError;
import storagebench.results.Params;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.RunOptions;
import storagebench.run.plan.Selection;
import storagebench.run.plan.UsualWords;

/** The candidates of a race: what the user named, and of all else what is worth trying. */
final class Candidates {
  /** Those of all access methods; a server refuses what one of its own does not have. */
  private static final String COMPRESSORS = "none,zstd,zlib,rle_type,rle,delta";

  private static final String LEVELS = "1,3,9";
  private static final String BLOCK_SIZES = "32768,131072";

  private Candidates() {}

  /**
   * The arguments of the run that is the race.
   *
   * @param asked as the user wrote them
   * @throws UserError if a race cannot be run with them
   */
  static BenchmarkArguments of(BenchmarkArguments asked) {
    refuse(asked);
    UsualWords words = new UsualWords(asked);
    for (PlannedCell cell : Selection.of(words.arguments()).cells()) {
      if (cell.variant().isEmpty()) {
        throw new UserError(
            cell + " stores nothing; a race needs insertSelect, copy, multiRowInsert or gpfdist");
      }
    }
    return words
        .parameter(Params.BATCH_SIZE, "100000")
        .parameter(Params.INDEXES, "false")
        .parameter(Params.COMPRESSTYPE, COMPRESSORS)
        .parameter(Params.COMPRESSLEVEL, LEVELS)
        .parameter("blocksize", BLOCK_SIZES)
        .forks(1)
        .arguments();
  }

  /** What a race decides itself, and what it cannot be run with. */
  private static void refuse(BenchmarkArguments asked) {
    RunOptions options = asked.options();
    if (options.until() != null || options.order() != null || asked.resultFile().isPresent()) {
      throw new UserError(
          "--until, --order, -rf and -rff are for runs; a race has rounds and ends when it is"
              + " decided");
    }
    if (asked.jmh().getForkCount().orElse(1) == 0) {
      throw new UserError("-f 0: a race needs a JVM of its own for each trial");
    }
    if (asked.jmh().getBenchModes().stream().anyMatch(mode -> mode != Mode.SingleShotTime)) {
      throw new UserError("-bm: in a race an iteration is one batch, so the mode is ss");
    }
  }
}
