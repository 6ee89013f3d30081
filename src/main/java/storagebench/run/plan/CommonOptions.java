package storagebench.run.plan;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of the jar that every command has too. */
public final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "show the versions of the suite and of JMH")
  private boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "show JMH's own text, and where errors come from")
  private boolean verbose;

  /** What was given here or there. */
  CommonOptions or(CommonOptions other) {
    CommonOptions either = new CommonOptions();
    either.help = help || other.help;
    either.version = version || other.version;
    either.verbose = verbose || other.verbose;
    return either;
  }

  /** Whether to show the help. */
  public boolean help() {
    return help;
  }

  /** Whether to show the version. */
  public boolean version() {
    return version;
  }

  /** Whether to show JMH's own text and stack traces. */
  public boolean verbose() {
    return verbose;
  }
}
