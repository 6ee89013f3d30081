package storagebench.stream;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import storagebench.Console;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.run.Interruption;
import storagebench.run.folder.NewFolder;
import storagebench.run.folder.ResumeCommand;
import storagebench.run.folder.RunFingerprint;
import storagebench.run.folder.RunLock;
import storagebench.run.progress.Progress;
import storagebench.server.Preflight;
import storagebench.server.Server;
import storagebench.server.SqlDiagnosis;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.server.UserScripts;
import storagebench.storage.BenchSchema;
import storagebench.storage.Staging;
import storagebench.storage.Variant;
import storagebench.storage.Workload;

/**
 * The day of traffic, begun or resumed, to its end. A session that is lost is opened again; then
 * the journal decides where to go on, as it does when a user resumes.
 */
public final class StreamRun {
  /** How long to wait for a server that a session was lost to. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How long the session of a client that was killed may take to end. */
  private static final Duration DEAD_CLIENT = Duration.ofSeconds(5);

  /** Sessions lost one after the other without a single batch in between. */
  private static final int MOST_LOSSES = 3;

  private static final String HOW_TO_LAST =
      "For one that can be, start a server yourself, such as by: docker run -d --shm-size 1g"
          + " -p 127.0.0.1:5432:5432 -e CLOUDBERRY_PASSWORD=... IMAGE, and name it:"
          + " CLOUDBERRY_URL=jdbc:postgresql://127.0.0.1:5432/demo PGUSER=gpadmin PGPASSWORD=...";

  private final StreamOptions options;
  private final List<String> command;
  private final Console console;

  /**
   * @param options what was asked for
   * @param command the same as words, to be kept
   * @param console where to say what happens
   */
  public StreamRun(StreamOptions options, List<String> command, Console console) {
    this.options = options;
    this.command = List.copyOf(command);
    this.console = console;
  }

  /** Prints the day and touches no server. */
  public void plan() {
    new DayTable(options.plan("", 0, List.of())).print(console);
  }

  /**
   * Runs to the end.
   *
   * @param environment variables of the process
   * @return the stream's folder
   * @throws UserError if it cannot begin or go on; what is committed stays, to be resumed
   */
  public Path run(Map<String, String> environment) {
    return RunLock.alone(() -> runAlone(environment));
  }

  private Path runAlone(Map<String, String> environment) {
    TargetFinder finder = new TargetFinder(environment, console::notice);
    try (Interruption interruption = Interruption.await(console);
        Target target = options.needsLastingServer() ? lasting(finder) : finder.find()) {
      interruption.server(target::close);
      return onServer(target, interruption);
    }
  }

  /** A server that is there after the stream, and before it. */
  private Target lasting(TargetFinder finder) {
    return finder
        .findRunning()
        .orElseThrow(
            () ->
                new UserError(
                    (options.resume().isPresent() ? "--resume" : "--keep")
                        + " needs a server that outlives the stream; one that the suite starts ends"
                        + " with it, and so do the tables. "
                        + HOW_TO_LAST));
  }

  private Path onServer(Target target, Interruption interruption) {
    if (target.started().isPresent()) {
      console.notice(
          "This stream ends with the server that was started for it and cannot be resumed. "
              + HOW_TO_LAST);
    }
    StreamPlan resumed = options.resume().map(this::resumable).orElse(null);
    try {
      Sessions sessions = Sessions.open(target, resumed == null ? Duration.ZERO : DEAD_CLIENT);
      try (StreamFolder folder = open(target, sessions, resumed);
          Progress progress = Progress.on(console, false)) {
        console.line("Stream " + folder.plan().run() + ", kept in " + folder.path());
        String advice = advice(target, folder.path());
        interruption.kept("Interrupted; " + advice);
        load(target, sessions, folder, progress, advice);
        return folder.path();
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  /** The folder, new or resumed; ends the sessions if it cannot be opened. */
  private StreamFolder open(Target target, Sessions sessions, StreamPlan resumed)
      throws SQLException {
    try {
      Server server = ready(target, sessions.aside());
      return resumed == null
          ? begin(target, server, sessions.aside())
          : StreamFolder.resume(options.resume().orElseThrow(), resumed);
    } catch (SQLException | UserError e) {
      sessions.close();
      throw e;
    }
  }

  /** How to go on, however the stream stops before its end. */
  private static String advice(Target target, Path folder) {
    return target.started().isPresent()
        ? "the tables end with the server that was started for them; what was measured is in "
            + folder
        : "every committed batch is kept; go on with: " + ResumeCommand.of("stream", folder);
  }

  private void load(
      Target target, Sessions sessions, StreamFolder folder, Progress progress, String advice) {
    try {
      load(target, sessions, folder, progress);
    } catch (SQLException e) {
      throw new UserError(
          SqlDiagnosis.explain("go on with the stream", e).getMessage() + "; " + advice, e);
    } catch (UserError e) {
      throw new UserError(e.getMessage() + "; " + advice, e);
    }
  }

  private StreamPlan resumable(Path path) {
    StreamPlan plan = StreamPlan.read(path);
    UserScripts.readFrom(path);
    options.agreeWith(plan);
    return plan;
  }

  /** Makes sure that the server can take the stream. */
  private Server ready(Target target, Connection connection) throws SQLException {
    Server server = Server.read(connection);
    Preflight.check(server, connection);
    new BenchSchema(connection).create(server);
    Preflight.warnings(server, target.started())
        .forEach(warning -> console.notice("Warning: " + warning));
    return server;
  }

  private StreamFolder begin(Target target, Server server, Connection connection)
      throws SQLException {
    List<String> leftOut = new ArrayList<>();
    List<Variant> storable = options.storable(server, leftOut);
    leftOut.forEach(console::notice);
    Journal.create(connection);
    for (String other : Journal.unfinished(connection)) {
      console.notice(
          "Stream " + other + " waits on this server to be resumed, or to be dropped by 'clean'.");
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StreamPlan plan =
        options.plan(
            HexFormat.of().toHexDigits(random.nextInt()),
            random.nextInt(Integer.MAX_VALUE),
            storable);
    plan.method()
        .obstacle(server)
        .ifPresent(
            why -> {
              throw new UserError("--method " + plan.method().word() + ": " + why);
            });
    plan.partitions()
        .obstacle(server)
        .ifPresent(
            why -> {
              throw new UserError("--partitions " + plan.partitions().word() + ": " + why);
            });
    if (options.queries() && !plan.queries()) {
      console.notice(
          "Left out: --queries, which are of call detail records, and not of "
              + plan.workload()
              + ".");
    }
    Workload workload = plan.open(connection);
    Fingerprint fingerprint =
        RunFingerprint.of(
            command,
            plan.order(),
            target,
            server,
            workload.fingerprint(new Staging(connection, workload)));
    Path path = NewFolder.create(options.results(), Clock.systemUTC()).path();
    UserScripts.keep(path, List.of(plan.workload()));
    return StreamFolder.begin(path, plan, fingerprint);
  }

  /** Passes until one gets through. */
  private void load(Target target, Sessions opened, StreamFolder folder, Progress display)
      throws SQLException {
    Sessions next = opened;
    int losses = 0;
    boolean first = options.resume().isEmpty();
    while (true) {
      int before = folder.batches().size();
      try (Sessions sessions = next) {
        new StreamPass(folder, sessions, display, first).run();
        return;
      } catch (SQLException | UserError e) {
        target.requireAlive();
        losses = folder.batches().size() > before ? 1 : losses + 1;
        if (!LostSession.isBehind(e) || losses > MOST_LOSSES) {
          throw e;
        }
        display.line("Session lost (" + e.getMessage() + "); the journal knows what is in.");
      }
      first = false;
      next = Sessions.open(target, PATIENCE);
    }
  }
}
