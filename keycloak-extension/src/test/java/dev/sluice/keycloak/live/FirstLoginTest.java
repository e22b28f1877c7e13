package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FirstLoginTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final TestRealm REALM = new TestRealm(LiveKeycloak.REST, GATEWAY, "hybrid");
  private static final String PASSWORD = "Old-Passw0rd äöü";

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  private final String id = UUID.randomUUID().toString();
  private final String name = "bea-" + id;

  @Test
  void the_old_password_works_and_the_second_login_asks_nobody() throws Exception {
    bring();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(REALM.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(REALM.moved(id).path("hasPassword").asBoolean()).isTrue();
    assertThat(TestRealm.subject(REALM.login(name, PASSWORD))).isEqualTo(id);
    assertThat(GATEWAY.asked(name)).hasSize(1);
    Eventually.holds(() -> assertThat(GATEWAY.settled(id)).containsExactly("PASSWORD"));
  }

  private void bring() {
    var person = People.person(id, name);
    REALM.bring(person);
    GATEWAY.knows(name, PASSWORD, person.toString());
  }
}
