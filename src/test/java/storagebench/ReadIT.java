package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** scripts/read does what java -jar does, and its archives of classes are never in the way. */
class ReadIT {
  private static final Path BUILT = Path.of("target/benchmarks.jar").toAbsolutePath();
  private static final Path REFERENCE = Path.of("results/reference").toAbsolutePath();
  private static final Path SCRIPT = Path.of("scripts/read").toAbsolutePath();
  private static final String FORMATS = REFERENCE.resolve("formats").toString();

  @TempDir private Path folder;
  private Path jar;
  private String options = "";

  @BeforeEach
  void putJarIntoFolderOfItsOwn() throws IOException {
    jar = Files.createDirectory(folder.resolve("suite")).resolve("benchmarks.jar");
    Files.copy(BUILT, jar, StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void everyFileAndWordIsThatOfThePlainCommand() throws Exception {
    String baseline = REFERENCE.resolve("same-server/baseline").toString();
    String candidate = REFERENCE.resolve("same-server/candidate").toString();
    List<String> comparison = List.of("compare", baseline, candidate, "--out", "out");

    for (List<String> words : List.of(List.of("report", FORMATS, "--out", "out"), comparison)) {
      assertThat(read(words)).isEqualTo(plain(words));
      assertThat(read(words)).as("from the archive").isEqualTo(plain(words));
    }
    assertThat(archives()).hasSize(1).allMatch(archive -> archive.toFile().length() > 1_000_000);
  }

  @Test
  void wrongUseEndsWithTwo() throws Exception {
    assertThat(read(List.of("report", "nowhere"))).isEqualTo(plain(List.of("report", "nowhere")));
    assertThat(read(List.of("stream"))).startsWith("2 ").contains("expected report or compare");
  }

  @Test
  void anArchiveThatIsDamagedOrOfAnotherJarIsNotUsed() throws Exception {
    List<String> words = List.of("report", FORMATS);
    String expected = read(words);
    Path ofThis = archives().get(0);
    Path ofAnother = Files.copy(ofThis, folder.resolve("another"));

    Files.delete(ofThis);
    Files.writeString(ofThis, "damaged");
    assertThat(read(words)).isEqualTo(expected);

    // The script knows a jar by what ls says of it, which is its time to the minute.
    Instant earlier = Files.getLastModifiedTime(jar).toInstant().minus(1, ChronoUnit.HOURS);
    Files.setLastModifiedTime(jar, FileTime.from(earlier));
    assertThat(read(words)).as("touched jar").isEqualTo(expected);
    assertThat(archives()).hasSize(1).doesNotContain(ofThis);
    Files.copy(ofAnother, archives().get(0), StandardCopyOption.REPLACE_EXISTING);
    assertThat(read(words)).as("archive of another jar").isEqualTo(expected);
  }

  @Test
  void theCollectorThatTheUserChoseIsNoErrorBesideTheScriptsOwn() throws Exception {
    List<String> words = List.of("report", FORMATS);
    read(words);
    options = "-XX:+UseSerialGC";

    assertThat(read(words)).startsWith("0 ").contains("UseSerialGC").isEqualTo(plain(words));
  }

  @Test
  void atOnceStartedTwiceBothWorkAndLeaveOneArchive() throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(start(script(List.of("report", FORMATS, "--out", "out" + i)), "said" + i));
    }

    for (Process process : both) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(folder.resolve("out0/report.html")).hasSameTextualContentAs(html("out1"));
    assertThat(jar.getParent()).isDirectoryNotContaining("glob:**.[0-9]*");
    assertThat(archives()).hasSize(1);
  }

  private Path html(String out) {
    return folder.resolve(out).resolve("report.html");
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(jar.getParent())) {
      return files.filter(file -> !file.equals(jar)).toList();
    }
  }

  private String read(List<String> words) throws Exception {
    return said(script(words));
  }

  private String plain(List<String> words) throws Exception {
    return said(line(List.of("java", "-jar", jar.toString()), words));
  }

  private List<String> script(List<String> words) {
    return line(List.of(SCRIPT.toString(), "--jar", jar.toString()), words);
  }

  private static List<String> line(List<String> start, List<String> words) {
    return Stream.of(start, words).flatMap(List::stream).toList();
  }

  /** Exit code, what was said, and the files that were written. */
  private String said(List<String> line) throws Exception {
    int exit = start(line, "said").waitFor();
    StringBuilder all = new StringBuilder(exit + " " + Files.readString(folder.resolve("said")));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.startsWith(folder.resolve("out"))).sorted().toList()) {
        all.append(file).append(Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return all.toString();
  }

  private Process start(List<String> line, String said) throws IOException {
    ProcessBuilder process = new ProcessBuilder(line);
    if (!options.isEmpty()) {
      process.environment().put("JAVA_TOOL_OPTIONS", options);
    }
    return process
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(said).toFile())
        .start();
  }
}
