package storagebench.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import storagebench.UserError;
import storagebench.query.Answer;
import storagebench.query.TimedQueries;
import storagebench.storage.BenchTable;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;
import storagebench.workload.Batch;
import storagebench.workload.DayOfTraffic;

/**
 * Asks the loaded tables of a phase: every query of every variant several times, in one random
 * order, so that drift and caches fall on all alike. A query that is stopped at the limit is not
 * asked of that table again. A variant that can be clustered is clustered then and asked again. All
 * variants have to give the same answers.
 */
final class QueryRun {
  private final Connection connection;
  private final StreamPlan plan;
  private final Phase phase;
  private final PhaseTables tables;
  private final QueryLog log;
  private final String caller;
  private final Random random;

  /**
   * @param connection commits every statement
   * @param log keeps what comes out
   */
  QueryRun(Connection connection, StreamPlan plan, Phase phase, PhaseTables tables, QueryLog log) {
    this.connection = connection;
    this.plan = plan;
    this.phase = phase;
    this.tables = tables;
    this.log = log;
    DayOfTraffic day = plan.day();
    Batch middle = day.batch((day.batches() + 1) / 2);
    this.caller = day.stream().record(middle.first()).callerNumber();
    this.random = new Random(plan.order() + phase.number());
  }

  /** Asks. */
  void run() throws SQLException {
    tables.analyze();
    ask(plan.variants(), false);
    for (Variant variant : plan.variants()) {
      if (variant.clusters()) {
        cluster(variant);
        ask(List.of(variant), true);
      }
    }
    log.write(phase);
  }

  private void ask(List<Variant> variants, boolean clustered) throws SQLException {
    List<QueryCell> asked = new ArrayList<>();
    for (Variant variant : variants) {
      for (Query query : Query.values()) {
        asked.add(new QueryCell(query, variant, clustered));
      }
    }
    Duration limit = Duration.ofSeconds(plan.queryTimeout());
    try (TimedQueries<QueryCell> timed = new TimedQueries<>(connection, limit, this::statement)) {
      for (QueryCell cell : asked) {
        log.plan(phase, cell, timed.plan(cell));
      }
      timed.ask(asked, random, answer -> log.add(sameAsOthers(answer)));
    }
  }

  private Answer<QueryCell> sameAsOthers(Answer<QueryCell> answer) {
    for (Answer<QueryCell> other : log.answers()) {
      if (other.cell().query() == answer.cell().query() && other.isUnlike(answer)) {
        throw new UserError(
            "query "
                + answer.cell().query().word()
                + " has other answers from "
                + answer.cell().variant()
                + " than from "
                + other.cell().variant()
                + "; one of the tables is damaged");
      }
    }
    return answer;
  }

  private void cluster(Variant variant) throws SQLException {
    BenchTable table = tables.of(variant);
    Footprint before = table.footprint();
    log.clustered(variant, table.cluster(), before, table.footprint());
  }

  private String statement(QueryCell cell) {
    return cell.query().statement(tables.of(cell.variant()).name(), caller);
  }
}
