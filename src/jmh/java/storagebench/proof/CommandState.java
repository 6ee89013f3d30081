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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two generated runs of one build, and processes of the jar that read them. */
public abstract class CommandState {
  /** Says that something was written, whatever the verdict. */
  private static final List<Integer> DONE = List.of(0, 1);

  private final int forks;
  private final int iterations;
  private final List<String> jvmOptions;
  private final List<String> onOneCore = onOneCore();
  private Path folder;
  private Path jar;

  private CommandState(int forks, int iterations, String... jvmOptions) {
    this.forks = forks;
    this.iterations = iterations;
    this.jvmOptions = List.of(jvmOptions);
  }

  /** 10 forks of 20 iterations: 3 MB. */
  @State(Scope.Benchmark)
  public static class Usual extends CommandState {
    public Usual() {
      super(10, 20);
    }
  }

  /** 30 forks of 300 iterations: over 100 MB. */
  @State(Scope.Benchmark)
  public static class Large extends CommandState {
    public Large() {
      super(30, 300, "-Xmx512m");
    }
  }

  @Setup(Level.Trial)
  public void writeRuns() throws IOException, URISyntaxException {
    System.out.println(onOneCore.isEmpty() ? "no taskset: on every core" : "on one core");
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
    List<String> all = new ArrayList<>(jvmOptions);
    all.addAll(List.of("-jar", jar.toString()));
    all.addAll(Arrays.asList(words));
    java(all.toArray(String[]::new));
  }

  /** Runs one JVM to its end. */
  void java(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(onOneCore);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(Arrays.asList(words));
    Path said = folder.resolve("said.txt");
    int exit =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (!DONE.contains(exit)) {
      throw new IllegalStateException(line + " ended with " + exit + ": " + Files.readString(said));
    }
  }

  private static List<String> onOneCore() {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, "taskset")));
    return found ? List.of("taskset", "-c", "0") : List.of();
  }
}
