package storagebench.run.folder;

import java.nio.file.Path;

/** The command by which a user goes on with a run. */
public final class ResumeCommand {
  private static final String JAR = ".jar";

  private ResumeCommand() {}

  /**
   * Such as {@code java -jar target/benchmarks.jar stream --resume results/20260105T101500Z}.
   *
   * @param command the command of the jar; empty for JMH's own
   */
  public static String of(String command, Path folder) {
    String program = System.getProperty("java.class.path");
    // Started from an IDE or a build the class path is a long list, and no command to copy.
    boolean jar = program.endsWith(JAR) && !program.contains(System.getProperty("path.separator"));
    return (jar ? "java -jar " + quoted(program) + " " : "")
        + (command.isEmpty() ? "" : command + " ")
        + "--resume "
        + quoted(folder.toString());
  }

  private static String quoted(String path) {
    return path.matches("[\\w./:+@%-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
