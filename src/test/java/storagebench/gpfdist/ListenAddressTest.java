package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;

/** The server listens on one address of this machine: the named one, or else the client's. */
class ListenAddressTest {
  @AfterEach
  void forget() {
    System.clearProperty(ListenAddress.PROPERTY);
  }

  @Test
  void withoutANameItIsTheAddressThatTheCoordinatorSees() {
    assertThat(ListenAddress.orElse("127.0.0.1").getHostAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void theNamedOneIsPreferred() {
    ListenAddress.use("127.0.0.1");

    assertThat(ListenAddress.orElse("192.0.2.1").getHostAddress()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "::"})
  void whatIsNotOneAddressOfThisMachineIsRefused(String host) {
    assertThatThrownBy(() -> ListenAddress.use(host))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--gpfdist-host " + host + " is no address of this machine");
    assertThat(ListenAddress.named()).isEmpty();
  }

  @Test
  void aTranslatedAddressNeedsAName() {
    assertThatThrownBy(() -> ListenAddress.orElse("192.0.2.1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("name one that the segments can reach: --gpfdist-host HOST");
  }
}
