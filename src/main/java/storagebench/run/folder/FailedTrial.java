package storagebench.run.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import storagebench.run.plan.Rounds;

/**
 * A trial that failed. It is tried again when the run is resumed, if there is time.
 *
 * @param trial which of the plan's
 * @param position as of {@link FinishedTrial}: both are counted together
 * @param reason in a line, for the user
 */
public record FailedTrial(Rounds.Trial trial, int position, String reason) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** As a file. */
  byte[] written() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The trial in a file.
   *
   * @throws IOException if there is none in it
   */
  static FailedTrial read(byte[] bytes) throws IOException {
    FailedTrial read = JSON.readValue(bytes, FailedTrial.class);
    if (read == null || read.trial == null || read.trial.cell() == null) {
      throw new IOException("names no trial");
    }
    return read;
  }

  @Override
  public String toString() {
    return trial.cell() + ": " + reason;
  }
}
