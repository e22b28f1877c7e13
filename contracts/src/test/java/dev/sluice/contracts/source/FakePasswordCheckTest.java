package dev.sluice.contracts.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.UserId;
import org.junit.jupiter.api.Test;

class FakePasswordCheckTest extends PasswordCheckContract {
  private final FakePasswordCheck check = new FakePasswordCheck().knows(login(), password(), id());

  @Override
  protected PasswordCheck check() {
    return check;
  }

  @Override
  protected String login() {
    return "wanda@example.org";
  }

  @Override
  protected String password() {
    return "Plum-Orchard-41";
  }

  @Override
  protected UserId id() {
    return new UserId("7c0e-wanda");
  }

  @Test
  void one_verdict_for_everybody_lasts_until_it_is_taken_back() {
    Verdict outage = new Verdict.NoVerdict(NoVerdictReason.SOURCE_UNAVAILABLE, null, "down");
    check.answersAlways(outage);
    assertThat(check.check(attempt(login(), password()))).isEqualTo(outage);

    check.answersAlways(null);
    assertThat(check.check(attempt(login(), password()))).isInstanceOf(Verdict.Proven.class);
    assertThat(check.asked()).containsExactly(login(), login());
  }
}
