package storagebench.server;

/**
 * One instance of a cluster, as in gp_segment_configuration.
 *
 * @param content -1 for the coordinator, else the number of the segment
 * @param role whether it is the primary or the mirror now
 * @param up whether the cluster can use it
 * @param host where it runs
 * @param port its port
 */
public record Segment(int content, Role role, boolean up, String host, int port) {
  /** What an instance does in its pair. */
  public enum Role {
    PRIMARY,
    MIRROR
  }

  /** Whether this is the coordinator or its standby. */
  public boolean coordinator() {
    return content < 0;
  }
}
