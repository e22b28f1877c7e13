package dev.sluice.contracts.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.contracts.fusionauth.Caller.Answer;
import dev.sluice.contracts.fusionauth.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake asks a Generic Connector as FusionAuth's documents say that it does. */
class ConnectorTest {
  private static final String ADA = "4f1c2d3e-0a1b-4c5d-8e6f-7a8b9c0d1e2f";
  private static final String CONNECTOR = "6b1c2d3e-0a1b-4c5d-8e6f-7a8b9c0d1e2f";
  private static final String LOGIN = "ada@example.org";

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final Caller caller = Caller.of(fake);
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer source;
  private volatile int status = 200;
  private volatile int delay;

  @BeforeEach
  void connect() throws IOException {
    source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          sleep();
          byte[] user =
              "{\"user\":{\"id\":\"%s\",\"email\":\"%s\",\"active\":true}}"
                  .formatted(ADA, LOGIN)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, user.length);
          exchange.getResponseBody().write(user);
          exchange.close();
        });
    source.start();
    assertThat(
            caller
                .post(
                    "/api/connector/" + CONNECTOR,
                    "{\"connector\":{\"type\":\"Generic\",\"name\":\"Pool\",\"authenticationURL\":\"http://127.0.0.1:%d/\",\"connectTimeout\":1000,\"readTimeout\":2000}}"
                        .formatted(source.getAddress().getPort()))
                .status())
        .isEqualTo(200);
  }

  private void sleep() {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    source.stop(0);
    fake.close();
  }

  private void policies(boolean migrate) {
    // A PATCH would add to the policies that are there, behind FusionAuth's own.
    String tenant =
        "{\"tenant\":{\"name\":\"Default\",\"connectorPolicies\":[{\"connectorId\":\"%s\",\"domains\":[\"*\"],\"migrate\":%s},{\"connectorId\":\"%s\",\"domains\":[\"*\"]}]}}"
            .formatted(CONNECTOR, migrate, Store.OWN_CONNECTOR);
    assertThat(caller.send("PUT", "/api/tenant/" + FakeFusionAuth.TENANT, tenant).status())
        .isEqualTo(200);
  }

  @Test
  void who_logs_in_for_the_first_time_is_asked_about_and_moves() {
    policies(true);

    assertThat(login("made-up 1").status()).isEqualTo(200);
    assertThat(login("made-up 1").status()).isEqualTo(200);
    assertThat(login("made-up 2").status()).isEqualTo(404);

    assertThat(asked).hasValue(1);
    assertThat(fake.passwordOf(ADA)).contains("made-up 1");
  }

  @Test
  void without_migration_it_asks_each_time() {
    policies(false);

    assertThat(login("made-up 1").status()).isEqualTo(200);
    assertThat(login("made-up 1").status()).isEqualTo(200);

    assertThat(asked).hasValue(2);
    assertThat(fake.passwordOf(ADA)).isEmpty();
  }

  @Test
  void any_other_status_and_a_wait_that_is_too_long_are_a_wrong_password() {
    policies(true);
    status = 503;
    assertThat(login("made-up 1").status()).isEqualTo(404);
    status = 200;
    delay = 3_000;

    assertThat(login("made-up 1").status()).isEqualTo(404);

    assertThat(fake.userIds()).isEmpty();
  }

  @Test
  void who_was_imported_without_a_password_is_asked_about_only_where_that_is_assumed() {
    policies(true);
    caller.post(
        "/api/user/import",
        "{\"users\":[{\"id\":\"%s\",\"email\":\"%s\",\"active\":true}]}".formatted(ADA, LOGIN));
    assertThat(login("made-up 1").status()).isEqualTo(404);
    fake.importedReachConnectors(true);

    assertThat(login("made-up 1").status()).isEqualTo(200);
    assertThat(fake.passwordOf(ADA)).contains("made-up 1");
  }

  private Answer login(String password) {
    return caller.post(
        "/api/login", "{\"loginId\":\"%s\",\"password\":\"%s\"}".formatted(LOGIN, password));
  }
}
