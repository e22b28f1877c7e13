package dev.sluice.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private static final Secret TOKEN = new Secret(RunningGateway.TOKEN);

  @Test
  void several_run_in_one_process_each_with_its_own_ledger() throws Exception {
    try (RunningGateway one = new RunningGateway();
        RunningGateway other = new RunningGateway()) {
      one.discover(RunningGateway.MIRA, "mira", "mira@example.org");

      assertThat(one.get("/v1/users/mira").statusCode()).isEqualTo(200);
      assertThat(other.get("/v1/users/mira").statusCode()).isEqualTo(404);
      assertThat(one.uri().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void its_end_seals_the_history_and_leaves_the_ledger_open() {
    try (RunningGateway gateway = new RunningGateway()) {
      gateway.stop();

      assertThat(gateway.ledger.seals()).isEqualTo(1);
      assertThat(gateway.ledger.closed()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
  void it_listens_beyond_this_machine_with_tls_alone(String bind) {
    assertThatThrownBy(() -> new GatewaySettings(bind, 7070, TOKEN, Optional.empty()))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("would listen on " + bind + " without TLS")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "localhost"})
  void this_machine_has_several_names(String bind) {
    assertThat(new GatewaySettings(bind, 7070, TOKEN, Optional.empty()).bind()).isEqualTo(bind);
  }

  @Test
  void a_gateway_without_a_token_is_refused() {
    assertThatThrownBy(() -> GatewaySettings.onLoopback(7070, new Secret("")))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("no token");
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> RunningGateway.at(GatewaySettings.onLoopback(port, TOKEN)))
          .isInstanceOf(GatewayException.class)
          .hasMessage(
              "The gateway cannot listen on 127.0.0.1:%d: the port is taken. Stop the process"
                  + " that uses it, or choose another in gateway.port.",
              port);
    }
  }
}
