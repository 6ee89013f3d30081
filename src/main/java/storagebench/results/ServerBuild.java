package storagebench.results;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which build of the database was measured.
 *
 * @param version what the server says of itself; empty if that was not recorded
 * @param commit what it was built from, if the version says so
 */
public record ServerBuild(String version, Optional<String> commit) {
  /** A build of which nothing is known. */
  public static final ServerBuild UNKNOWN = new ServerBuild("", Optional.empty());

  /**
   * Such as {@code build commit:e7c2b1f}, {@code +dev.123.g67a0e2a} and {@code 17devel-g67a0e2a}.
   */
  private static final Pattern COMMIT =
      Pattern.compile("(?:\\bcommit[: ]\\s?|[.+-]g)([0-9a-f]{7,40})\\b");

  /** Such as {@code PostgreSQL 14.4 (Apache Cloudberry 2.0.0)} of a whole version. */
  private static final Pattern NAME = Pattern.compile("^PostgreSQL \\S+(?: \\(([^()]*)\\))?");

  /** Tells builds of one version apart. */
  private static final Pattern COMPILED = Pattern.compile("\\bcompiled on (.{1,40})$");

  private static final int SHORT_COMMIT = 10;

  /** The build that a server's version names. */
  public static ServerBuild of(String version) {
    Matcher commit = COMMIT.matcher(version);
    return new ServerBuild(
        version, commit.find() ? Optional.of(commit.group(1)) : Optional.empty());
  }

  /**
   * The commit, shortened, or the version with the time of the build and without compiler and
   * machine; never empty.
   */
  public String label() {
    Matcher compiled = COMPILED.matcher(version);
    String time = compiled.find() ? " of " + compiled.group(1).strip() : "";
    return shortCommit()
        .or(() -> product().map(name -> name + time))
        .orElse(version.isBlank() ? "unknown build" : version);
  }

  /** The version as people call it, with the commit; empty if the server said nothing known. */
  Optional<String> name() {
    return product().map(name -> name + shortCommit().map(c -> " (" + c + ")").orElse(""));
  }

  private Optional<String> shortCommit() {
    return commit.map(c -> c.substring(0, Math.min(SHORT_COMMIT, c.length())));
  }

  private Optional<String> product() {
    Matcher name = NAME.matcher(version);
    return name.find()
        ? Optional.of(name.group(1) == null ? name.group() : name.group(1))
        : Optional.empty();
  }
}
