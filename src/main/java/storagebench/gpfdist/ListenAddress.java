package storagebench.gpfdist;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import storagebench.UserError;

/**
 * The address of this machine at which segments fetch their rows: the one that the user named, or
 * else that by which the coordinator knows the client.
 */
public final class ListenAddress {
  /** The option that names it. */
  public static final String OPTION = "--gpfdist-host";

  /** System property by which the JVMs of a run know what the user named. */
  public static final String PROPERTY = "storagebench.gpfdist.host";

  private ListenAddress() {}

  /**
   * Listens there from now on.
   *
   * @param host name or address
   * @throws UserError if it is not one address of this machine
   */
  public static void use(String host) {
    if (!isOfThisMachine(find(host, OPTION + " " + host))) {
      throw new UserError(
          OPTION
              + " "
              + host
              + " is no address of this machine; expected one that the segments can reach");
    }
    System.setProperty(PROPERTY, host);
  }

  /** What the user named. */
  public static Optional<String> named() {
    return Optional.ofNullable(System.getProperty(PROPERTY));
  }

  /**
   * The address that the user named, or else this one.
   *
   * @param client by which the coordinator knows the client
   * @throws UserError if neither is an address of this machine
   */
  public static InetAddress orElse(String client) {
    String host = named().orElse(client);
    InetAddress address = find(host, "the client's address " + host);
    if (!isOfThisMachine(address)) {
      throw new UserError(
          "the server knows the client by "
              + host
              + ", which is no address of this machine; name one that the segments can reach: "
              + OPTION
              + " HOST");
    }
    return address;
  }

  private static InetAddress find(String host, String what) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new UserError(what + " is not known; expected an address of this machine", e);
    }
  }

  /** Not all its addresses at once, which others could reach too. */
  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return !address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      throw new UserError("cannot list the addresses of this machine: " + e.getMessage(), e);
    }
  }
}
