package storagebench.history;

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

/** scripts/nightly with a stand-in for java that keeps runs and nights as the suite does. */
@Tag("slow")
class NightlyTest {
  private static final String JAVA =
      """
      #!/bin/sh
      # Arguments: -jar FILE, then the suite's.
      shift 2
      if [ "$1" = history ] && [ "$2" = add ]; then
        echo "$*" >>"$CALLS"
        echo "{}" >"$3/20260105T000000Z-12345678.json"
        echo "$3/20260105T000000Z-12345678.json"
        exit
      fi
      if [ "$1" = history ]; then
        case "$*" in *--bad*) echo "Unknown option: '--bad'; see history -h" >&2; exit 2 ;; esac
        case "$*" in *--out*) ;; *) exit "$HISTORY_ENDS" ;; esac
        echo "$*" >>"$CALLS"
        mkdir -p "$4" && echo "**copy variant=AO: +4 %, builds a..b**" >"$4/history.md"
        exit "$HISTORY_ENDS"
      fi
      echo "run $CLOUDBERRY_URL $*" >>"$CALLS"
      case "$*" in *--plan*) exit ;; esac
      for word; do results=$word; done
      mkdir -p "$results/20260105T000000Z" && echo '[]' >"$results/20260105T000000Z/jmh.json"
      exit "$RUN_ENDS"
      """;

  @TempDir Path folder;
  private int runEnds;
  private int historyEnds;
  private String said;

  @BeforeEach
  void putJavaInPlace() throws IOException, InterruptedException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path java = Files.writeString(bin.resolve("java"), JAVA);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("benchmarks.jar"), "");
    Files.createDirectory(nights());
    assertThat(new ProcessBuilder("git", "init", "-q", nights().toString()).start().waitFor())
        .isZero();
  }

  private Path nights() {
    return folder.resolve("nights");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private int run(String... options) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "scripts/nightly",
                    "--jar",
                    folder.resolve("benchmarks.jar").toString(),
                    "--out",
                    out().toString(),
                    "--history",
                    nights().toString()),
                Stream.of(options))
            .toList();
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    process.environment().put("CALLS", folder.resolve("calls").toString());
    process.environment().put("RUN_ENDS", Integer.toString(runEnds));
    process.environment().put("HISTORY_ENDS", Integer.toString(historyEnds));
    process.environment().put("CLOUDBERRY_URL", "server");
    process.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      process.environment().put("GIT_" + who + "_NAME", "n");
      process.environment().put("GIT_" + who + "_EMAIL", "n@localhost");
    }
    Process script = process.start();
    said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return script.waitFor();
  }

  @Test
  void aNightIsMeasuredKeptCommittedAndCompared() throws Exception {
    assertThat(run("--commit", "--watch", "--margin=3%", "--", "copy", "-f", "10")).isZero();

    assertThat(calls())
        .containsExactly(
            "run server copy -f 10 --results " + out() + "/run",
            "history add " + nights() + " " + out() + "/run/20260105T000000Z/",
            "history " + nights() + " --out " + out() + "/history --margin=3%");
    Process log =
        new ProcessBuilder("git", "-C", nights().toString(), "log", "--format=%s", "--name-only")
            .start();
    assertThat(new String(log.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Night of 20260105T000000Z-12345678", "", "20260105T000000Z-12345678.json");
    assertThat(Files.readString(folder.resolve("summary"))).contains("builds a..b");
    assertThat(out().resolve("alert.md")).doesNotExist();
  }

  @Test
  void aRegressionEndsWithOneAndLeavesAnAlertThatNamesCellSizeAndBuilds() throws Exception {
    historyEnds = 1;

    assertThat(run()).isEqualTo(1);
    assertThat(Files.readString(out().resolve("alert.md")))
        .contains("copy variant=AO", "+4 %", "builds a..b");
  }

  @Test
  void whatIsNotComparableIsNoAlert() throws Exception {
    historyEnds = 4;

    assertThat(run()).isEqualTo(4);
    assertThat(out().resolve("alert.md")).doesNotExist();
  }

  @Test
  void whatHistoryWillRefuseIsToldBeforeAnythingIsMeasured() throws Exception {
    Files.writeString(nights().resolve("20260104T000000Z-00000000.json"), "{}");

    assertThat(run("--watch", "--bad")).isEqualTo(2);
    assertThat(said.lines())
        .containsExactly("nightly: history: Unknown option: '--bad'; see history -h");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void aFailedRunIsNotAdded() throws Exception {
    runEnds = 1;

    assertThat(run()).isEqualTo(2);
    assertThat(calls()).hasSize(1);
    assertThat(said).contains("nightly: the run failed");
  }

  @Test
  void aRunThatKeepsNothingEndsWithTwo() throws Exception {
    assertThat(run("--", "--plan")).isEqualTo(2);
    assertThat(said).contains("no run was kept").contains("--plan");
  }

  @Test
  void wrongUseEndsWithTwo() throws Exception {
    assertThat(run("--unknown")).isEqualTo(2);
    assertThat(run("--watch")).isEqualTo(2);
    Files.createDirectory(out());
    Files.writeString(out().resolve("old"), "");
    assertThat(run()).isEqualTo(2);
    assertThat(said).contains("is not empty");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void theWorkflowKeepsTheNightWhateverItSaysAndOutlivesATokenThatCannotComment() throws Exception {
    String workflow = Files.readString(Path.of("scripts/workflows/nightly.yml"));
    String push = workflow.substring(workflow.indexOf("- name: Keep the night in the history"));
    String comment = workflow.substring(workflow.indexOf("- name: Comment on the issue"));

    assertThat(workflow).contains("cron:").contains("retention-days: 30");
    assertThat(push).startsWith("- name: Keep the night in the history\n        if: always()\n");
    assertThat(comment)
        .contains("continue-on-error: true")
        .contains("--body-file results/nightly/alert.md");
  }
}
