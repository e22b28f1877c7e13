package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.quota.QuotaCategory;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

class QuotasTest {

  private final SettableClock clock = new SettableClock();
  private final PoolUnderTest under =
      new PoolUnderTest(
          PoolUnderTest.OPTIONS
              .withClock(clock)
              .withQuotas(Quotas.asAtAws().with(QuotaCategory.USER_AUTHENTICATION, 3)));

  @AfterEach
  void stop() {
    under.close();
  }

  @Test
  void the_31st_list_of_a_second_is_throttled_and_the_next_second_has_30_again() {
    for (int second = 0; second < 2; second++) {
      for (int call = 0; call < 30; call++) {
        list();
      }
      assertThatThrownBy(this::list).isInstanceOf(TooManyRequestsException.class);
      clock.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void one_category_used_up_leaves_another_alone() {
    MadeUser user = under.a(UserKind.ORDINARY);
    for (int login = 0; login < 3; login++) {
      under.adminLogin(user.login(), user.password());
    }

    assertThatThrownBy(() -> under.adminLogin(user.login(), user.password()))
        .isInstanceOf(TooManyRequestsException.class);
    assertThat(list()).isNotZero();
  }

  @Test
  void a_pools_resources_are_read_five_times_a_second_per_operation() {
    String pool = under.pool.userPoolId();
    for (int call = 0; call < 5; call++) {
      under.aws.listGroups(r -> r.userPoolId(pool));
    }

    assertThatThrownBy(() -> under.aws.listGroups(r -> r.userPoolId(pool)))
        .isInstanceOf(TooManyRequestsException.class);
    assertThat(under.aws.listIdentityProviders(r -> r.userPoolId(pool)).providers()).isNotEmpty();
  }

  @Test
  void a_quota_of_nothing_is_refused() {
    assertThatThrownBy(() -> Quotas.off().with(QuotaCategory.USER_LIST, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USER_LIST");
  }

  private int list() {
    return under.list(r -> r.limit(1)).users().size();
  }
}
