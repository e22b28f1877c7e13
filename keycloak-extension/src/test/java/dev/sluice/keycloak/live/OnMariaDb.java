package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.servers.mariadb.MariaDbServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Two nodes of a Keycloak on a MariaDB as it is by default: its transactions see only the state in
 * which they began, and its collations take many texts for one. They die with the tests' JVM.
 */
final class OnMariaDb {
  static final boolean IS_INSTALLED = MariaDbServer.isInstalled();
  static final String SKIPPED = "skipped: MariaDB is not installed here";
  static final String DATABASE = "keycloak";

  static final MariaDbServer SERVER = server();
  static final Cluster CLUSTER = Cluster.on(SERVER, DATABASE);
  static final Rest ONE = new Rest(CLUSTER.one());
  static final Rest OTHER = new Rest(CLUSTER.other());

  private OnMariaDb() {}

  private static MariaDbServer server() {
    var server = MariaDbServer.start();
    server.createDatabase(DATABASE, "utf8mb4_general_ci");
    return server;
  }

  /** A realm in which Keycloak lets several logins of one user try at once. */
  static TestRealm realm(FakeGateway gateway, String mode) {
    return new TestRealm(ONE, gateway, mode).patient().with(Map.of("bruteForceProtected", false));
  }

  /** A user with nothing but a name and an address of its own. */
  static ObjectNode plain() {
    return plain(UUID.randomUUID().toString());
  }

  /** The same, with this id. */
  static ObjectNode plain(String id) {
    ObjectNode user = Rest.JSON.createObjectNode();
    user.put("id", id).put("username", "u-" + id).put("enabled", true);
    return user.put("email", id + "@example.org").put("password", "AT_FIRST_LOGIN");
  }

  /** The users as the extension reads them back. */
  static List<JsonNode> stored(TestRealm realm, JsonNode... users) {
    var ids = Rest.JSON.createArrayNode();
    for (JsonNode user : users) {
      ids.add(user.path("id").asText());
    }
    Rest.Reply reply = OTHER.post(realm.path + "/sluice/users/read", Map.of("ids", ids));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return StreamSupport.stream(reply.body().path("users").spliterator(), false).toList();
  }

  static void isCreated(JsonNode outcome) {
    assertThat(outcome.path("outcome").asText()).as(outcome.toString()).isEqualTo("created");
  }

  static void isRefused(JsonNode outcome, String... told) {
    assertThat(outcome.path("outcome").asText()).as(outcome.toString()).isEqualTo("refused");
    assertThat(outcome.path("problem").asText()).contains(told);
  }
}
