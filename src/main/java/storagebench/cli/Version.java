package storagebench.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions of the suite and of JMH. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  /** One line; classes outside the jar do not know the suite's. */
  static String text() {
    String suite =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("of unpacked classes");
    return "benchmarks.jar " + suite + ", JMH " + org.openjdk.jmh.util.Version.getPlainVersion();
  }
}
