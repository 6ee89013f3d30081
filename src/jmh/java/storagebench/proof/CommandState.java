package storagebench.proof;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two generated runs of one build, and processes of the jar that read them. */
public abstract class CommandState {
  private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");

  private static final String C1 = "-XX:TieredStopAtLevel=1";

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final int forks;
  private final int iterations;
  private Path folder;
  private Path jar;

  private CommandState(int forks, int iterations) {
    this.forks = forks;
    this.iterations = iterations;
  }

  /** How the suite is started, without the command. */
  abstract List<String> start(Path jar);

  /** 10 forks of 20 iterations: 3 MB. */
  @State(Scope.Benchmark)
  public static class Usual extends CommandState {
    /**
     * {@code java} is {@code java -jar}, {@code c1} the same with the quick compiler alone, {@code
     * cds} that with an archive of the jar's classes.
     */
    @Param({"java", "c1", "cds"})
    public String start;

    /** {@code one} needs {@code taskset}; {@code all} does not. */
    @Param("one")
    public String cores;

    public Usual() {
      super(10, 20);
    }

    @Setup(Level.Trial)
    public void archiveClasses() throws IOException, InterruptedException {
      if (start.equals("cds")) {
        archiveAtExit();
      }
    }

    @Override
    List<String> start(Path jar) {
      List<String> line = new ArrayList<>(cores.equals("one") ? ONE_CORE : List.of());
      line.addAll(
          switch (start) {
            case "java" -> List.of(JAVA, "-jar", jar.toString());
            case "c1" -> List.of(JAVA, C1, "-jar", jar.toString());
            case "cds" ->
                List.of(JAVA, C1, "-XX:SharedArchiveFile=classes.jsa", "-jar", jar.toString());
            default -> throw new IllegalArgumentException("start=" + start);
          });
      return line;
    }
  }

  /** 30 forks of 300 iterations: over 100 MB. */
  @State(Scope.Benchmark)
  public static class Large extends CommandState {
    public Large() {
      super(30, 300);
    }

    @Override
    List<String> start(Path jar) {
      return List.of(JAVA, "-Xmx512m", "-jar", jar.toString());
    }
  }

  @Setup(Level.Trial)
  public void writeRuns() throws IOException, URISyntaxException {
    jar = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    folder = Files.createTempDirectory("command-benchmark");
    new GeneratedRun(forks, iterations, 7).write(folder.resolve("baseline.json"));
    new GeneratedRun(forks, iterations, 8).write(folder.resolve("candidate.json"));
  }

  @TearDown(Level.Trial)
  public void removeRuns() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = new ArrayList<>(found.toList());
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.delete(files.get(i));
    }
  }

  void report() throws IOException, InterruptedException {
    command("report", "baseline.json", "--out", "report");
  }

  void compare() throws IOException, InterruptedException {
    command("compare", "baseline.json", "candidate.json", "--out", "comparison");
  }

  /** A JVM that starts and ends. */
  void javaAlone() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(ONE_CORE);
    line.addAll(List.of(JAVA, "-version"));
    run(line);
  }

  /** Has one comparison leave its classes for those that follow. */
  void archiveAtExit() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(JAVA, C1, "-XX:ArchiveClassesAtExit=classes.jsa"));
    line.addAll(List.of("-jar", jar.toString(), "compare", "baseline.json", "candidate.json"));
    line.addAll(List.of("--out", "comparison"));
    run(line);
  }

  private void command(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(start(jar));
    line.addAll(Arrays.asList(words));
    run(line);
  }

  /** Runs one process to its end. */
  private void run(List<String> line) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    int exit =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(line + " ended with " + exit + ": " + Files.readString(said));
    }
  }
}
