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

/** scripts/ci-compare with a stand-in for java that keeps runs as the suite does. */
@Tag("slow")
class CiCompareTest {
  private static final String JAVA =
      """
      #!/bin/sh
      # Arguments: flags of the JVM, -jar FILE or -cp FILE CLASS, then the suite's.
      case "$*" in *DumpLoadedClassList* | *-Xshare:dump*) exit ;; esac
      while [ "$1" != -jar ] && [ "$1" != -cp ]; do shift; done
      [ "$1" = -cp ] && shift
      shift 2
      if [ "$1" = compare ] && [ "$2" = "$3" ]; then
        case "$*" in *--bad*) echo "Unknown option: '--bad'; see compare -h" >&2 ;;
          *) echo "Error: $2: no JMH JSON in this folder" >&2 ;;
        esac
        exit 2
      fi
      if [ "$1" = compare ]; then
        echo "compare $*" >>"$CALLS"
        mkdir -p "$5" && echo "**summary**" >"$5/compare.md"
        exit "$COMPARE_ENDS"
      fi
      if [ "$1" = target ]; then
        echo "target $CLOUDBERRY_URL $*" >>"$CALLS.target"
        case "$*" in *--like*)
          [ "$TARGET_ENDS" = 0 ] || echo "Error: not comparable with FILE: settings.fsync" >&2
          exit "$TARGET_ENDS" ;;
        esac
        exit
      fi
      echo "run $CLOUDBERRY_URL $*" >>"$CALLS"
      case "$*" in *--plan*) exit ;; esac
      for word; do results=$word; done
      mkdir -p "$results/20260105T000000Z" && echo '[]' >"$results/20260105T000000Z/jmh.json"
      exit "$RUN_ENDS"
      """;

  @TempDir Path folder;
  private int runEnds;
  private int compareEnds;
  private int targetEnds;

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
    process.environment().put("RUN_ENDS", Integer.toString(runEnds));
    process.environment().put("COMPARE_ENDS", Integer.toString(compareEnds));
    process.environment().put("TARGET_ENDS", Integer.toString(targetEnds));
    process.environment().put("BASELINE_URL", "base");
    process.environment().put("CANDIDATE_URL", "cand");
    process.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    Process script = process.start();
    said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return script.waitFor();
  }

  private String said;

  private Path out() {
    return folder.resolve("out");
  }

  @Test
  void bothSidesAreMeasuredOnceARoundAndMarkedAsPairs() throws Exception {
    compareEnds = 1;

    assertThat(run("--rounds", "3", "--compare", "--margin=5%", "--", "copy")).isEqualTo(1);

    List<String> calls = Files.readAllLines(folder.resolve("calls"));
    assertThat(calls).hasSize(7);
    for (int round = 0; round < 3; round++) {
      assertThat(calls.subList(2 * round, 2 * round + 2))
          .anyMatch(call -> call.startsWith("run base copy -f 1 --results"))
          .anyMatch(call -> call.startsWith("run cand copy -f 1 --results"));
    }
    assertThat(calls.get(6)).endsWith("--margin=5%");
    String rounds = "round-002/20260105T000000Z/rounds.json";
    assertThat(Files.readString(out().resolve("baseline/" + rounds)))
        .contains("\"rounds\":[2]")
        .isEqualTo(Files.readString(out().resolve("candidate/" + rounds)));
    assertThat(Files.readString(folder.resolve("summary"))).contains("**summary**");
  }

  @Test
  void whatCompareWillRefuseIsToldBeforeAnythingIsMeasured() throws Exception {
    assertThat(run("--rounds", "3", "--compare", "--bad")).isEqualTo(2);
    assertThat(said.lines())
        .containsExactly("ci-compare: --compare: Unknown option: '--bad'; see compare -h");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void serversThatDifferAreToldBeforeAnythingIsMeasured() throws Exception {
    targetEnds = 4;

    assertThat(run("--compare", "--allow=a,b", "--compare", "--allow", "--compare", "c"))
        .isEqualTo(4);
    assertThat(said.lines())
        .containsExactly("ci-compare: the candidate: not comparable with FILE: settings.fsync");
    assertThat(folder.resolve("calls")).doesNotExist();
    String file = out().resolve("baseline.fingerprint.json").toString();
    assertThat(Files.readAllLines(folder.resolve("calls.target")))
        .containsExactly(
            "target base target --fingerprint " + file,
            "target cand target --like " + file + " --allow=a,b --allow c");
  }

  @Test
  void failedRunEndsWithTwoAndIsNotCompared() throws Exception {
    runEnds = 1;

    assertThat(run()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1);
    assertThat(said).contains("failed in round 1");
  }

  @Test
  void runThatKeepsNothingEndsWithTwoAndOneLine() throws Exception {
    assertThat(run("--", "--plan")).isEqualTo(2);
    assertThat(said.lines().filter(line -> !line.startsWith("ci-compare: round ")))
        .singleElement()
        .asString()
        .contains("kept no run in round 1")
        .contains("--plan");
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
