package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.JmhText;

/** Passwords in the parameters of other people's benchmarks are nowhere shown or written. */
class SecretParametersTest {
  @TempDir private Path folder;
  private final StringWriter printed = new StringWriter();

  private int run(Object... words) {
    PrintWriter out = new PrintWriter(printed);
    return Main.run(Stream.of(words).map(Object::toString).toArray(String[]::new), out, out);
  }

  private Path file(String name, double ms) throws IOException {
    JmhText text = new JmhText();
    for (String secret : List.of("geheim", "geheim-2")) {
      text.add("a.B.run", "avgt", "ms/op", "password", secret, "url", "jdbc:x://u:geheim@h/d")
          .fork(ms, ms)
          .fork(ms + 1, ms)
          .fork(ms, ms + 1)
          .json()
          .withArray("jvmArgs")
          .add("-Dpw=geheim");
    }
    return text.write(folder.resolve(name));
  }

  @Test
  void inNoTableFileChartOrExport() throws IOException {
    Path baseline = file("baseline.json", 10);
    Path candidate = file("candidate.json", 20);

    assertThat(run("report", baseline, "--out", folder.resolve("report"))).isZero();
    assertThat(run("report", baseline, "--where", "password=absent")).isEqualTo(2);
    assertThat(run("compare", baseline, candidate, "--out", folder.resolve("compare"))).isOne();

    assertThat(printed.toString()).contains("***").doesNotContain("geheim");
    for (String written : List.of("report", "compare")) {
      try (Stream<Path> files = Files.walk(folder.resolve(written))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).as("%s", file).doesNotContain("geheim");
        }
      }
    }
  }

  @Test
  void cellsThatDifferInASecretAloneStayApart() throws IOException {
    run("report", file("baseline.json", 10));

    assertThat(printed.toString()).contains("*** (2)");
  }
}
