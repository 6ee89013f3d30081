package storagebench.duel;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import storagebench.Console;
import storagebench.UserError;
import storagebench.storage.Turns;

/**
 * Brings up the server of one side and takes down the other's, by a command of the user's, where
 * both cannot run at once. Without a command both are up all the time.
 */
final class SideSwitch {
  private final Optional<String> command;
  private final Console console;
  private OptionalInt on = OptionalInt.empty();

  /**
   * @param command for a shell; the side is its last word
   * @param console shows what it prints
   */
  SideSwitch(Optional<String> command, Console console) {
    this.command = command;
    this.console = console;
  }

  /** Whether the server of a side may be down while it is the other's turn. */
  boolean isGiven() {
    return command.isPresent();
  }

  /** The side whose server was brought up last; empty before the first, and without a command. */
  OptionalInt on() {
    return on;
  }

  /**
   * Brings up a side's server, unless it is up.
   *
   * @throws UserError if the command fails
   */
  void to(int side) {
    if (command.isEmpty() || on.equals(OptionalInt.of(side))) {
      return;
    }
    // Half way through, neither may be up.
    on = OptionalInt.empty();
    String role = Turns.role(side);
    int code = run(role);
    if (code != 0) {
      throw new UserError(
          "--switch "
              + command.get()
              + ' '
              + role
              + " ended with exit code "
              + code
              + "; expected 0 once the "
              + role
              + "'s server takes sessions");
    }
    on = OptionalInt.of(side);
  }

  private int run(String role) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command.orElseThrow() + " \"$0\"", role)
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      try (BufferedReader said = process.inputReader()) {
        said.lines().forEach(line -> console.notice("--switch: " + line));
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UserError("--switch " + command.orElseThrow() + ": cannot be run: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("--switch was interrupted", e);
    }
  }
}
