package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import storagebench.server.SqlScript;

/** Plans as servers of the Greenplum 7 lineage and PostgreSQL 14 gave them, shortened. */
class PlanTest {
  private static final String MOVED =
      """
      [{"Plan": {"Node Type": "ModifyTable", "Operation": "Insert", "Slice": 0, "Segments": 2,
          "Actual Total Time": 891.046, "Actual Rows": 0, "Actual Loops": 1,
          "Plans": [{"Node Type": "Redistribute Motion", "Senders": 2, "Receivers": 2, "Slice": 1,
            "Actual Total Time": 589.590, "Actual Rows": 150031, "Actual Loops": 1,
            "Plans": [{"Node Type": "Seq Scan", "Slice": 1, "Actual Total Time": 23.750,
              "Actual Rows": 150031, "Actual Loops": 1}]}]},
        "Planning Time": 0.072,
        "Slice statistics": [
          {"Slice": 0, "Executor Memory":
            {"Average": 173872, "Workers": 2, "Maximum Memory Used": 173900}},
          {"Slice": 1, "Executor Memory": 19520}],
        "Statement statistics": {"Memory used": 128000},
        "Settings": {"Optimizer": "Postgres query optimizer"},
        "Execution Time": 906.324}]
      """;

  private static final String PLAIN =
      """
      [{"Plan": {"Node Type": "ModifyTable", "Operation": "Insert", "Actual Total Time": 35.5,
          "Actual Rows": 0, "Actual Loops": 1,
          "Plans": [{"Node Type": "Seq Scan", "Actual Total Time": 2.5, "Actual Rows": 1000,
            "Actual Loops": 1}]},
        "Planning Time": 0.2, "Triggers": [], "Execution Time": 36.5}]
      """;

  @Test
  void rowsThatMoveBetweenSegmentsAreCountedWhereTheyAreSent() {
    Plan plan = Plan.parse(MOVED);

    assertThat(plan.movedRows()).isEqualTo(150031);
    assertThat(plan.motions()).containsExactly("Redistribute Motion");
  }

  @Test
  void everySliceHasItsTimeAndTheMostMemoryOfItsProcesses() {
    Plan plan = Plan.parse(MOVED);

    assertThat(plan.sliceMillis()).isEqualTo(Map.of(0, 891.046, 1, 589.590));
    assertThat(plan.sliceBytes()).isEqualTo(Map.of(0, 173900.0, 1, 19520.0));
    assertThat(plan.orca()).contains(false);
    assertThat(Plan.parse(MOVED.replace("Postgres query optimizer", "GPORCA")).orca())
        .contains(true);
  }

  @Test
  void theOutlineIsOfNodesAndHasNoFigures() {
    assertThat(Plan.parse(MOVED).outline())
        .isEqualTo(
            """
            ModifyTable, slice 0
              Redistribute Motion, slice 1
                Seq Scan, slice 1
            """);
  }

  @Test
  void plainPostgresHasOneSliceAndOnePlanner() {
    Plan plan = Plan.parse(PLAIN);

    assertThat(plan.planningMillis()).isEqualTo(0.2);
    assertThat(plan.executionMillis()).isEqualTo(36.5);
    assertThat(plan.movedRows()).isZero();
    assertThat(plan.sliceBytes()).isEmpty();
    assertThat(plan.orca()).isEqualTo(Optional.empty());
  }

  @Test
  void whatIsNoJsonIsNoPlan() {
    assertThatThrownBy(() -> Plan.parse("Insert on t")).hasMessageContaining("no plan in JSON");
  }

  @Test
  void theExplainedStatementIsTheMeasuredOne() {
    Map<String, String> variables = Map.of("table", "t", "staged", "s");

    assertThat(SqlScript.named("profile/plan").statement(variables))
        .endsWith(SqlScript.named("insert_select").statement(variables));
  }
}
