package dev.sluice.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoolUsernameTest {
  private static final String ID = "24e8-id";
  private static final LinkedAccount GOOGLE = new LinkedAccount("Google", "Google", "G9x", null);

  @Test
  void a_username_that_people_chose_is_kept() {
    assertThat(PoolUsername.of("mira", ID, false, List.of(GOOGLE))).isEqualTo("mira");
  }

  @Test
  void in_a_pool_that_makes_usernames_itself_the_username_is_the_id() {
    assertThat(PoolUsername.of("mira@example.org", ID, true, List.of(GOOGLE))).isEqualTo(ID);
  }

  @Test
  void somebody_who_came_from_a_provider_has_the_case_of_letters_back() {
    for (boolean generated : new boolean[] {true, false}) {
      assertThat(PoolUsername.of("google_g9x", ID, generated, List.of(GOOGLE)))
          .isEqualTo("Google_G9x");
    }
  }
}
