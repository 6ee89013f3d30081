package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that steer a terminal or never end, and files that can be read only once. */
class HostileInputTest extends CompareCommandCase {
  private static String result(String name, String parameter) {
    return "[{\"benchmark\":\""
        + name
        + "\",\"mode\":\"avgt\",\"params\":{\"p\":\""
        + parameter
        + "\"},\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"ms/op\",\"rawData\":[[1],[1.1],[0.9]]}}]";
  }

  @Test
  void anErrorIsOneLineOfPrintableTextWhateverIsNamedInIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("r.json"),
            result("a.B.c", "x\\nError: another\\u001b[31m" + "y".repeat(5000)));

    assertThat(run("report", file, "--where", "p=z")).isEqualTo(2);
    assertOneLineError();
    assertPrintable();
    assertThat(run("report", file, "--where", "p=z", "--verbose")).isEqualTo(2);
    assertPrintable();
  }

  private void assertPrintable() {
    assertThat(err).contains("x\uFFFDError: another").doesNotContain("\u001b", "\nError: another");
    assertThat(err.lines()).allMatch(line -> line.length() < 1000);
  }

  /** What grows with the square of the length would take hours. */
  @Test
  @Timeout(60)
  void namesOfAnyLengthAreReadAndShownShortened() throws IOException {
    String longName = "x".repeat(19_000_000);
    Path file = Files.writeString(folder.resolve("r.json"), result("a." + longName, longName));

    assertThat(run("report", file)).isZero();
    assertThat(out.length()).isLessThan(20_000);
    assertThat(compare(file, file)).isZero();
    assertThat(out.length()).isLessThan(20_000);
  }

  @Tag("slow")
  @Test
  @Timeout(60)
  void pipesAreReadOnceAndToTheirEnd() throws Exception {
    Path before = Files.writeString(folder.resolve("b.json"), result("a.B.c", "x"));
    Path after =
        Files.writeString(folder.resolve("c.json"), result("a.B.c", "x").replace("1.1", "1.101"));

    assertThat(compare(pipe(before, "one"), pipe(after, "two"))).isZero();
    assertThat(out).contains("1 could not tell").doesNotContain("same measurements");
    assertThat(compare(pipe(before, "three"), pipe(before, "four"))).isZero();
    assertThat(out).contains("both sides are the same measurements");
    assertThat(run("report", pipe(before, "five"))).isZero();
    assertThat(out).contains("THROUGHPUT");
  }

  private Path pipe(Path content, String name) throws IOException, InterruptedException {
    Path pipe = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    new ProcessBuilder("cp", content.toString(), pipe.toString()).start();
    return pipe;
  }
}
