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
import storagebench.UserError;
import storagebench.progress.Console;
import storagebench.run.fingerprint.Fingerprint;
import storagebench.run.kept.NewFolder;
import storagebench.run.kept.RunLock;
import storagebench.run.server.Preflight;
import storagebench.storage.BenchSchema;
import storagebench.storage.Variant;
import storagebench.target.Server;
import storagebench.target.SqlDiagnosis;
import storagebench.target.Target;
import storagebench.target.TargetFinder;

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
    try (Target target = new TargetFinder(environment, console::notice).find()) {
      // Ctrl-C unwinds no stack, and a container must not outlive its run.
      Thread stop = new Thread(target::close, "stop-target");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        return onServer(target);
      } catch (SQLException e) {
        throw SqlDiagnosis.explain("read from the " + target, e);
      } finally {
        Runtime.getRuntime().removeShutdownHook(stop);
      }
    }
  }

  private Path onServer(Target target) throws SQLException {
    boolean resuming = options.resume().isPresent();
    StreamPlan resumed = options.resume().map(this::resumable).orElse(null);
    Sessions sessions = Sessions.open(target, resuming ? DEAD_CLIENT : Duration.ZERO);
    StreamFolder folder;
    try {
      Server server = ready(sessions.aside());
      folder =
          resuming
              ? StreamFolder.resume(options.resume().get(), resumed)
              : begin(target, server, sessions.aside());
    } catch (SQLException | UserError e) {
      sessions.close();
      throw e;
    }
    try (folder;
        Display display = console.terminal() ? new BarDisplay(console) : new LineDisplay(console)) {
      console.line("Stream " + folder.plan().run() + ", kept in " + folder.path());
      new Resumption(folder.path(), console).guard(() -> load(target, sessions, folder, display));
    }
    return folder.path();
  }

  private StreamPlan resumable(Path path) {
    StreamPlan plan = StreamPlan.read(path);
    options.agreeWith(plan);
    return plan;
  }

  /** Makes sure that the server can take the stream. */
  private Server ready(Connection connection) throws SQLException {
    Server server = Server.read(connection);
    Preflight.check(server, connection);
    new BenchSchema(connection).create(server);
    Preflight.warnings(server).forEach(warning -> console.notice("Warning: " + warning));
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
    plan.partitions()
        .obstacle(server)
        .ifPresent(
            why -> {
              throw new UserError("--partitions " + plan.partitions().word() + ": " + why);
            });
    Path path = NewFolder.create(options.results(), Clock.systemUTC()).path();
    Fingerprint fingerprint =
        Fingerprint.of(command, plan.order(), target.description(), server, plan.day().stream());
    return StreamFolder.begin(path, plan, fingerprint.json());
  }

  /** Passes until one gets through. */
  private void load(Target target, Sessions opened, StreamFolder folder, Display display)
      throws SQLException {
    Sessions next = opened;
    int losses = 0;
    boolean first = options.resume().isEmpty();
    while (true) {
      int before = folder.batches().size();
      try (Sessions sessions = next) {
        new Pass(folder, sessions, display, first).run();
        return;
      } catch (SQLException | UserError e) {
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
