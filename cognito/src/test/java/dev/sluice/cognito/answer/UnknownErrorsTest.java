package dev.sluice.cognito.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownErrorsTest {
  private final UnknownErrors errors = new UnknownErrors();

  @Test
  void each_is_counted_by_operation_and_type() {
    IntStream.range(0, 7)
        .forEach(login -> errors.met("AdminInitiateAuth", "NotAuthorizedException", "New words"));
    errors.met("AdminInitiateAuth", "AnExceptionOfTomorrow", "Who knows");
    errors.met("AdminRespondToAuthChallenge", "NotAuthorizedException", "New words");

    assertThat(errors.counts())
        .isEqualTo(
            Map.of(
                "AdminInitiateAuth NotAuthorizedException", 7L,
                "AdminInitiateAuth AnExceptionOfTomorrow", 1L,
                "AdminRespondToAuthChallenge NotAuthorizedException", 1L));
  }

  @Test
  void a_service_that_makes_up_types_fills_no_memory() {
    IntStream.range(0, 1_000).forEach(each -> errors.met("ListUsers", "Type" + each, "x"));

    assertThat(errors.counts()).hasSizeLessThanOrEqualTo(101);
    assertThat(errors.counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
  }
}
