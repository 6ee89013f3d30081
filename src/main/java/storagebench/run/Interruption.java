package storagebench.run;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import storagebench.Console;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.RunLog;
import storagebench.run.plan.Time;

/**
 * Handles Ctrl-C and termination signals. The stack is not unwound then, so this says how to
 * resume, ends the fork, and stops a server that the suite started.
 */
public final class Interruption implements AutoCloseable {
  private final AtomicReference<String> words =
      new AtomicReference<>("Interrupted. Nothing was measured.");
  private final AtomicReference<Consumer<String>> log = new AtomicReference<>(line -> {});
  private final AtomicReference<Runnable> stopServer = new AtomicReference<>(() -> {});
  private final Console console;
  private final Thread hook = new Thread(this::interrupted, "interrupted-run");

  private Interruption(Console console) {
    this.console = console;
  }

  /** Waits for it until closed. */
  public static Interruption await(Console console) {
    Interruption interruption = new Interruption(console);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * From now on there is a server that would outlive the process.
   *
   * @param stop stops it; may be called while the run does so too
   */
  public void server(Runnable stop) {
    stopServer.set(stop);
  }

  /**
   * From now on the run can be resumed.
   *
   * @param log takes the line too
   */
  public void kept(KeptRun run, RunLog log) {
    kept("Interrupted. Every finished trial is kept; go on with: " + run.resumeCommand());
    this.log.set(line -> log.note(Time.SYSTEM.now(), line));
  }

  /**
   * From now on something is kept.
   *
   * @param line says that it was interrupted, and how to go on
   */
  public void kept(String line) {
    words.set(line);
  }

  /** Prints its line first: the errors that follow from ending fork and server would mislead. */
  private void interrupted() {
    console.lastWords(words.get());
    log.get().accept(words.get());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(java::equals).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
    stopServer.get().run();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is at work already, and the process about to end.
    }
  }
}
