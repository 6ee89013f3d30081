package storagebench.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import storagebench.UserError;

/**
 * Brings an image onto this machine. A pull that moves may take as long as it needs; one that has
 * not moved for {@link #STALL_SECONDS} is given up, so that a registry out of reach is soon known.
 */
final class ImagePull {
  private static final int STALL_SECONDS = 45;

  private ImagePull() {}

  /** Does nothing if the image is there. */
  static void ensure(DockerClient client, String image) {
    try {
      client.inspectImageCmd(image).exec();
    } catch (NotFoundException absent) {
      pull(client, image);
    }
  }

  private static void pull(DockerClient client, String image) {
    AtomicLong lastProgress = new AtomicLong(System.nanoTime());
    ResultCallback.Adapter<PullResponseItem> progress =
        new ResultCallback.Adapter<>() {
          @Override
          public void onNext(PullResponseItem item) {
            lastProgress.set(System.nanoTime());
          }
        };
    try (progress) {
      client.pullImageCmd(image).exec(progress);
      while (!progress.awaitCompletion(1, TimeUnit.SECONDS)) {
        if (System.nanoTime() - lastProgress.get() > TimeUnit.SECONDS.toNanos(STALL_SECONDS)) {
          throw failed(image, "no progress for " + STALL_SECONDS + " s", null);
        }
      }
      client.inspectImageCmd(image).exec();
    } catch (UserError e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(image, "interrupted", e);
    } catch (Exception e) {
      throw failed(image, String.valueOf(e.getMessage()).strip(), e);
    }
  }

  private static UserError failed(String image, String why, Exception cause) {
    return new UserError(
        "cannot pull the image "
            + image
            + ": "
            + why.replaceAll("\\s+", " ")
            + "; load it into the engine, name another in CLOUDBERRY_IMAGE, a cluster in "
            + UrlTarget.VARIABLE
            + ", or set CLOUDBERRY_TARGET=embedded",
        cause);
  }
}
