package storagebench.run;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import storagebench.progress.Console;
import storagebench.run.kept.KeptRun;

/**
 * What to do when Ctrl-C or a signal ends the process, which unwinds no stack: end the fork, stop a
 * server that the run started, say how to go on.
 */
public final class Interruption implements AutoCloseable {
  private final AtomicReference<String> command = new AtomicReference<>();
  private final Console console;
  private final Runnable stopServer;
  private final Thread hook = new Thread(this::interrupted, "interrupted-run");

  private Interruption(Console console, Runnable stopServer) {
    this.console = console;
    this.stopServer = stopServer;
  }

  /**
   * Waits for it until closed.
   *
   * @param stopServer stops what would outlive the process
   */
  public static Interruption await(Console console, Runnable stopServer) {
    Interruption interruption = new Interruption(console, stopServer);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** From now on the run can be resumed. */
  public void kept(KeptRun run) {
    command.set(run.resumeCommand());
  }

  private void interrupted() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(java::equals).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
    stopServer.run();
    if (command.get() != null) {
      console.error("Interrupted. Every finished trial is kept; go on with: " + command.get());
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
