package storagebench.run;

import java.nio.file.Path;

/** The command by which a user goes on with a run. */
final class ResumeCommand {
  private static final String JAR = ".jar";

  private ResumeCommand() {}

  /** Such as {@code java -jar target/benchmarks.jar --resume results/20260105T101500Z}. */
  static String of(Path folder) {
    String program = System.getProperty("java.class.path");
    // Started from an IDE or a build the class path is a long list, and no command to copy.
    boolean jar = program.endsWith(JAR) && !program.contains(System.getProperty("path.separator"));
    return (jar ? "java -jar " + quoted(program) + " " : "")
        + "--resume "
        + quoted(folder.toString());
  }

  private static String quoted(String path) {
    return path.matches("[\\w./:+@%-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
