package storagebench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** scripts/ci-compare with a stand-in for java that keeps what a duel keeps. */
@Tag("slow")
class CiCompareTest {
  private static final String JAVA =
      """
      #!/bin/sh
      # Arguments: -jar FILE, then the suite's, which end with the folder of the results.
      shift 2
      echo "$*" >>"$CALLS"
      for word; do results=$word; done
      mkdir -p "$results/20260105T000000Z/comparison"
      echo '**summary**' >"$results/20260105T000000Z/comparison/compare.md"
      exit "$DUEL_ENDS"
      """;

  @TempDir Path folder;
  private int duelEnds;
  private String said;

  @BeforeEach
  void putJavaInPlace() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path java = Files.writeString(bin.resolve("java"), JAVA);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("benchmarks.jar"), "");
  }

  private int run(String... options) throws IOException, InterruptedException {
    Path jar = folder.resolve("benchmarks.jar");
    List<String> command =
        Stream.concat(
                Stream.of("scripts/ci-compare", "--jar", jar.toString(), "--out", out().toString()),
                Stream.of(options))
            .toList();
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    process.environment().put("CALLS", folder.resolve("calls").toString());
    process.environment().put("DUEL_ENDS", Integer.toString(duelEnds));
    process.environment().put("BASELINE_URL", "base");
    process.environment().put("CANDIDATE_URL", "cand");
    process.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    Process script = process.start();
    said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return script.waitFor();
  }

  private Path out() {
    return folder.resolve("out");
  }

  @Test
  void itIsADuelOfTwoServersApartWhoseWordsAndExitCodeItPassesOn() throws Exception {
    duelEnds = 4;

    assertThat(
            run(
                "--rounds",
                "3",
                "--switch",
                "start it",
                "--compare",
                "--margin=5%",
                "--compare",
                "--allow",
                "--compare",
                "settings.jit",
                "--",
                "copy",
                "-p",
                "variant=AO"))
        .as(said)
        .isEqualTo(4);

    assertThat(Files.readAllLines(folder.resolve("calls")))
        .containsExactly(
            "duel url=BASELINE_URL url=CANDIDATE_URL --apart --switch start it --margin=5%"
                + " --allow settings.jit copy -p variant=AO -f 3 --results "
                + out());
    assertThat(Files.readString(folder.resolve("summary"))).contains("**summary**");
  }

  @Test
  void troubleOfTheScriptItselfIsNoRegression() throws Exception {
    Files.createDirectory(folder.resolve("summary"));

    assertThat(run("--rounds", "3")).isEqualTo(2);
    assertThat(said).contains("ci-compare: cat ");
  }

  @Test
  void workflowKeepsWhatItsHeaderPromisesAndOutlivesATokenThatCannotComment() throws Exception {
    String workflow = Files.readString(Path.of("scripts/workflows/compare.yml"));
    String header = workflow.substring(0, workflow.indexOf("\nname: "));
    String comment = workflow.substring(workflow.indexOf("- name: Comment on the pull request"));

    assertThat(header)
        .contains("the artifact \"comparison\"")
        .doesNotContain("into the test report");
    assertThat(workflow).containsPattern("upload-artifact@v4\n +with:\n +name: comparison\n");
    assertThat(comment).contains("continue-on-error: true");
  }

  @Test
  void wrongUseEndsWithTwo() throws Exception {
    assertThat(run("--rounds", "2")).isEqualTo(2);
    assertThat(run("--rounds")).isEqualTo(2);
    assertThat(run("--unknown")).isEqualTo(2);
    Files.createDirectory(out());
    Files.writeString(out().resolve("old"), "");
    assertThat(run()).isEqualTo(2);
    assertThat(said).contains("is not empty");
    assertThat(folder.resolve("calls")).doesNotExist();
  }
}
