package dev.sluice.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
  private static final Instant CREATED = Instant.parse("2018-07-06T05:04:03Z");
  private static final ExternalIdentity GOOGLE =
      new ExternalIdentity("Google", "Google", "1076", null, false, CREATED);
  private static final ExternalIdentity SAML =
      new ExternalIdentity("Staff", "SAML", "ludmila", "https://idp.example", true, CREATED);
  private static final UserRecord LUDMILA =
      user(
          "ludmila",
          SourceStatus.CONFIRMED,
          true,
          Map.of("email", "l@example.org", "custom:plan", "gold"),
          List.of(GOOGLE, SAML),
          List.of("admins", "readers"),
          CREATED);

  static Stream<UserRecord> changed() {
    return Stream.of(
        user("ludmila2", SourceStatus.CONFIRMED, true, LUDMILA.attributes()),
        user("ludmila", SourceStatus.RESET_REQUIRED, true, LUDMILA.attributes()),
        user("ludmila", SourceStatus.CONFIRMED, false, LUDMILA.attributes()),
        user("ludmila", SourceStatus.CONFIRMED, true, Map.of("email", "l@example.org")),
        user(
            "ludmila",
            SourceStatus.CONFIRMED,
            true,
            Map.of("email", "l@example.orgcustom", ":plan", "gold")),
        LUDMILA.withGroups(List.of("admins")),
        LUDMILA.withGroups(List.of("adminsreaders")),
        user(
            "ludmila",
            SourceStatus.CONFIRMED,
            true,
            LUDMILA.attributes(),
            List.of(GOOGLE),
            LUDMILA.groups(),
            CREATED));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void whatever_changes_shows(UserRecord later) {
    assertThat(Fingerprint.of(later)).isNotEqualTo(Fingerprint.of(LUDMILA));
  }

  @Test
  void the_order_of_things_and_the_time_of_the_last_write_do_not_show() {
    UserRecord later =
        user(
            "ludmila",
            SourceStatus.CONFIRMED,
            true,
            LUDMILA.attributes(),
            List.of(SAML, GOOGLE),
            List.of("readers", "admins"),
            CREATED.plusSeconds(99));

    assertThat(Fingerprint.of(later)).isEqualTo(Fingerprint.of(LUDMILA));
  }

  @Test
  void it_tells_who_was_enabled() {
    UserRecord disabled = user("ludmila", SourceStatus.CONFIRMED, false, LUDMILA.attributes());

    assertThat(Fingerprint.of(LUDMILA).enabled()).isTrue();
    assertThat(Fingerprint.of(disabled).enabled()).isFalse();
  }

  private static UserRecord user(
      String username, SourceStatus status, boolean enabled, Map<String, String> attributes) {
    return user(
        username,
        status,
        enabled,
        attributes,
        List.of(GOOGLE, SAML),
        List.of("admins", "readers"),
        CREATED);
  }

  private static UserRecord user(
      String username,
      SourceStatus status,
      boolean enabled,
      Map<String, String> attributes,
      List<ExternalIdentity> identities,
      List<String> groups,
      Instant modified) {
    return new UserRecord(
        new UserId("d4a8c4e2-0000-4000-8000-00000000000a"),
        username,
        status,
        enabled,
        attributes,
        identities,
        groups,
        CREATED,
        modified);
  }
}
