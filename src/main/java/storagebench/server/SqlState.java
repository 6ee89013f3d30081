package storagebench.server;

import java.util.Set;

/** SQLSTATEs by their names in PostgreSQL's manual, appendix "PostgreSQL Error Codes". */
public final class SqlState {
  /** The class of all connection exceptions, the first two characters. */
  public static final String CONNECTION_EXCEPTIONS = "08";

  /** All ways in which the server ends a session, the first three characters. */
  public static final String ENDED_BY_SERVER = "57P";

  public static final String INVALID_AUTHORIZATION = "28";
  public static final String UNIQUE_VIOLATION = "23505";
  public static final String READ_ONLY_TRANSACTION = "25006";
  public static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";
  public static final String UNKNOWN_DATABASE = "3D000";
  public static final String INSUFFICIENT_PRIVILEGE = "42501";
  public static final String UNDEFINED_TABLE = "42P01";
  public static final String INSUFFICIENT_RESOURCES = "53";
  public static final String DISK_FULL = "53100";
  public static final String QUERY_CANCELED = "57014";
  public static final String ADMIN_SHUTDOWN = "57P01";
  public static final String CRASH_SHUTDOWN = "57P02";
  public static final String CANNOT_CONNECT_NOW = "57P03";
  public static final String IDLE_SESSION_TIMEOUT = "57P05";
  public static final String SYSTEM_ERROR = "58";

  /** A segment's connection failed (Greenplum and Cloudberry). */
  public static final String SEGMENT_FAILURE = "58M01";

  public static final String INTERNAL_ERROR = "XX";

  /**
   * The classes of what is wrong with a statement itself: a feature that the server lacks, a value,
   * a name, syntax. Extensions often raise an internal error instead.
   */
  static final Set<String> REFUSALS = Set.of("0A", "22", "42", INTERNAL_ERROR);

  private SqlState() {}
}
