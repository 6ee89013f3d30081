package storagebench.run.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import storagebench.UserError;
import storagebench.gpfdist.ListenAddress;

/**
 * The options of a run that JMH does not have, and those of JMH's output, which the run writes
 * itself: JMH would write after every trial, the run writes once, for all. Null where not given.
 */
public interface RunOptions {
  /** Whether to print the cells, the time and the precision to expect, and run nothing. */
  @Option(
      names = "--plan",
      description =
          "print the cells and the time to expect, of a run also the precision, and run nothing")
  boolean plan();

  /** Whether to show errors and the tables alone. */
  @Option(names = "--quiet", description = "show errors and the tables alone")
  boolean quiet();

  /** The folder that run folders are made in. */
  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "the folder for run folders (default: results)")
  Path results();

  /** In what order trials run. */
  @Option(
      names = "--order",
      paramLabel = "random|fixed",
      description =
          "random rounds, or all trials of a cell back to back as JMH has them (default: random)")
  Order order();

  /** Seed of the random order, to repeat that of another run. */
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "repeat the random order of another run")
  Long seed();

  /** The folder of a run to go on with. */
  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "go on with the run in that folder; needs no other argument")
  Path resume();

  /** How far, as a share, the ends of every cell's interval may lie from its figure. */
  @Option(
      names = "--until",
      paramLabel = "PERCENT",
      converter = Amounts.Share.class,
      description = "add rounds until every cell's 95 %% interval is that narrow, such as 2%%")
  Double until();

  /** How long the trials may take together. */
  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Amounts.Time.class,
      description =
          "start no trial that is expected to end after that time, such as 90s, 30m or 2h")
  Duration budget();

  /** How long to wait before each trial, at most, until the server is quiet. */
  @Option(
      names = "--settle",
      paramLabel = "TIME",
      converter = Amounts.Time.class,
      description =
          "before each trial, a CHECKPOINT and a wait of at most TIME for background work")
  Duration settle();

  /** The address of this machine at which segments fetch the rows of gpfdist. */
  @Option(
      names = ListenAddress.OPTION,
      paramLabel = "HOST",
      description =
          "where gpfdist listens for segments (default: the address that the coordinator sees)")
  String gpfdistHost();

  /** Where JMH's own text goes. */
  @Option(names = "-o", paramLabel = "FILE", description = "where JMH's own text goes")
  Path output();

  /** The file for results in a format of JMH. */
  @Option(
      names = "-rff",
      paramLabel = "FILE",
      description = "a file for the results in a format of JMH")
  Path resultFile();

  /** That format. */
  @Option(names = "-rf", paramLabel = "FORMAT", description = "that format; -lrf lists them")
  String resultFormat();

  /**
   * Takes the options out of a command line.
   *
   * @param common takes those that every command has
   * @param others takes the words that are left for JMH, in their order
   * @throws UserError if a value is missing or wrong
   */
  static RunOptions parse(List<String> arguments, CommonOptions common, List<String> others) {
    CommandLine line =
        new CommandLine(RunOptions.class)
            .addMixin("common", common)
            .setUnmatchedArgumentsAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setPosixClusteredShortOptionsAllowed(false)
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true);
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (MissingParameterException e) {
      throw new UserError(
          "option " + arguments.get(arguments.size() - 1) + " needs a value; see -h", e);
    } catch (ParameterException e) {
      throw new UserError(e.getMessage() + "; see -h", e);
    }
    others.addAll(line.getUnmatchedArguments());
    return line.getCommand();
  }
}
