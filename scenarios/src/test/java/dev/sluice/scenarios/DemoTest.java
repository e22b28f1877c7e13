package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.servers.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @Test
  void the_demo_moves_everybody_logs_one_user_in_twice_and_ends_well(@TempDir Path directory) {
    Ran demo =
        SluiceProcess.run(
            directory, "demo", "--once", "--users", "200", "--port-base", "" + threeFreePorts());

    assertThat(demo.exitCode()).as("%s", demo).isZero();
    assertThat(demo.out())
        .contains("first login:  accepted")
        .contains("Cognito was asked once")
        .contains("second login: accepted")
        .contains("Cognito was not asked")
        .contains("IMPORTED -> MIGRATED by PASSWORD");
  }

  @Test
  void a_port_that_is_taken_is_said_in_one_line_with_what_to_do(@TempDir Path directory)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      Ran demo = SluiceProcess.run(directory, "demo", "--port-base", "" + port);

      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.err().strip().lines())
          .singleElement()
          .asString()
          .contains("Port " + port)
          .contains("is taken")
          .contains("--port-base");
    }
  }

  private static int threeFreePorts() {
    for (int tries = 0; tries < 100; tries++) {
      int first = FreePort.find();
      if (isFree(first + 1) && isFree(first + 2)) {
        return first;
      }
    }
    throw new AssertionError("No three free ports in a row.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException taken) {
      return false;
    }
  }
}
