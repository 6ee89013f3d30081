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

  /** How a JVM is started, without its class path. */
  abstract List<String> java();

  /** 10 forks of 20 iterations: 3 MB. */
  @State(Scope.Benchmark)
  public static class Usual extends CommandState {
    /** {@code all} as a JVM starts; {@code C1} leaves out the compiler that takes its time. */
    @Param({"all", "C1"})
    public String compilers;

    /** {@code one} needs {@code taskset}; {@code all} does not. */
    @Param("one")
    public String cores;

    public Usual() {
      super(10, 20);
    }

    @Override
    List<String> java() {
      List<String> line = new ArrayList<>(cores.equals("one") ? ONE_CORE : List.of());
      line.add(JAVA);
      line.addAll(compilers.equals("C1") ? List.of("-XX:TieredStopAtLevel=1") : List.of());
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
    List<String> java() {
      return List.of(JAVA, "-Xmx512m");
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

  private void command(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("-jar", jar.toString()));
    all.addAll(Arrays.asList(words));
    java(all.toArray(String[]::new));
  }

  /** Runs one JVM to its end. */
  void java(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(java());
    line.addAll(Arrays.asList(words));
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
