package storagebench.stream;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import storagebench.UserError;
import storagebench.storage.Footprint;
import storagebench.storage.TableUnderTest;
import storagebench.storage.Variant;
import storagebench.workload.Batch;
import storagebench.workload.DayOfTraffic;

/**
 * Asks the loaded tables of a phase: every query of every variant several times, in one random
 * order, so that drift and caches fall on all alike. A variant that can be clustered is clustered
 * then and asked again. All variants have to give the same answers.
 */
final class QueryRun {
  /** How often each query is asked of each table. */
  static final int REPEATS = 7;

  private final Connection connection;
  private final StreamPlan plan;
  private final Phase phase;
  private final PhaseTables tables;
  private final String caller;
  private final Random random;

  /**
   * @param connection commits every statement
   */
  QueryRun(Connection connection, StreamPlan plan, Phase phase, PhaseTables tables) {
    this.connection = connection;
    this.plan = plan;
    this.phase = phase;
    this.tables = tables;
    DayOfTraffic day = plan.day();
    Batch middle = day.batch((day.batches() + 1) / 2);
    this.caller = day.stream().record(middle.first()).callerNumber();
    this.random = new Random(plan.order() + phase.number());
  }

  /** Asks, and keeps what came out. */
  void run(QueryLog log) throws SQLException {
    tables.analyze();
    ask(plan.variants(), false, log);
    for (Variant variant : plan.variants()) {
      if (variant.clusters()) {
        cluster(variant, log);
        ask(List.of(variant), true, log);
      }
    }
    log.write(phase);
  }

  private void ask(List<Variant> variants, boolean clustered, QueryLog log) throws SQLException {
    List<Answer.Cell> asked = new ArrayList<>();
    for (Variant variant : variants) {
      for (Query query : Query.values()) {
        Answer.Cell cell = new Answer.Cell(query, variant, clustered);
        log.plan(phase, cell, explain(cell));
        asked.addAll(Collections.nCopies(REPEATS, cell));
      }
    }
    Collections.shuffle(asked, random);
    for (Answer.Cell cell : asked) {
      Answer answer = answer(cell);
      log.add(answer);
      sameAsOthers(answer, log);
    }
  }

  private Answer answer(Answer.Cell cell) throws SQLException {
    String sql = statement(cell);
    long begun = System.nanoTime();
    List<String> rows = rows(sql);
    double milliseconds = (System.nanoTime() - begun) / 1e6;
    return new Answer(
        cell.query(), cell.variant(), cell.clustered(), milliseconds, String.join("\n", rows));
  }

  private static void sameAsOthers(Answer answer, QueryLog log) {
    for (Answer other : log.answers()) {
      if (other.query() == answer.query() && !other.rows().equals(answer.rows())) {
        throw new UserError(
            "query "
                + answer.query().word()
                + " has other answers from "
                + answer.variant()
                + " than from "
                + other.variant()
                + "; one of the tables is damaged");
      }
    }
  }

  private void cluster(Variant variant, QueryLog log) throws SQLException {
    TableUnderTest table = tables.of(variant);
    Footprint before = table.footprint();
    long begun = System.nanoTime();
    table.cluster();
    log.clustered(variant, (System.nanoTime() - begun) / 1e9, before, table.footprint());
  }

  /** The plan as it was executed, with the rows and times of its parts. */
  private String explain(Answer.Cell cell) throws SQLException {
    return String.join("\n", rows("EXPLAIN ANALYZE " + statement(cell))) + "\n";
  }

  private String statement(Answer.Cell cell) {
    return cell.query().statement(tables.of(cell.variant()).name(), caller);
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          fields.add(row.getString(i));
        }
        rows.add(String.join("\t", fields));
      }
    }
    return rows;
  }
}
