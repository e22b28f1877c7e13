package dev.sluice.targets.keycloak.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.KeycloakTargetFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user of Sluice reads when users cannot be read back. */
class ReadBackTroubleTest {
  private static final String READ = "POST /admin/realms/customers/sluice/users/read";
  private static final String AWAITING = "GET /admin/realms/customers/sluice/users/awaiting";
  private static final List<UserId> ASKED = List.of(new UserId("asked-1"));

  private final HttpStub keycloak = HttpStub.keycloak();
  private final Target target =
      new KeycloakTargetFactory()
          .open(
              Map.of(
                  "url", keycloak.url().toString(),
                  "realm", "customers",
                  "admin-username", "admin",
                  "admin-password", "made-up-pass-7!"));

  @AfterEach
  void close() {
    target.close();
    keycloak.close();
  }

  @Test
  void an_extension_that_cannot_do_it_yet_is_to_be_replaced() {
    keycloak.on(READ, Reply.of(405, "{}")).on(AWAITING, Reply.of(404, "{}"));

    assertThatThrownBy(() -> target.read(ASKED))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("older than this Sluice")
        .hasMessageContaining("providers/");
    assertThatThrownBy(() -> target.awaiting(Optional.empty(), 10))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("older than this Sluice");
  }

  @Test
  void who_may_not_view_users_is_told_which_right_is_lacking() {
    keycloak.on(READ, Reply.of(403, "{}"));

    assertThatThrownBy(() -> target.read(ASKED))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("realm-management");
  }

  @Test
  void a_user_who_was_not_asked_for_is_not_believed() {
    keycloak.on(READ, Reply.of(200, "{\"users\":[{\"id\":\"another\"}]}"));

    assertThatThrownBy(() -> target.read(ASKED)).hasMessageContaining("\"another\"");
  }

  @Test
  void whom_the_answer_leaves_out_is_not_there() {
    keycloak.on(READ, Reply.of(200, "{\"users\":[]}"));

    assertThat(target.read(ASKED)).containsExactly(Optional.empty());
  }
}
