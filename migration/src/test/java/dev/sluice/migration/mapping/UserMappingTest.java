package dev.sluice.migration.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserMappingTest {
  private static final String ID = "c4f1e0d2-7b6a-4a3e-9c55-1f0a2b3c4d5e";
  private static final Instant CREATED = Instant.parse("2019-03-04T05:06:07Z");
  private static final Instant MODIFIED = Instant.parse("2024-08-09T10:11:12Z");

  private final UserMapping hybrid =
      new UserMapping(
          MigrationMode.HYBRID,
          new AttributeMapping(Map.of("custom:plan", "plan", "custom:internal", "drop")),
          Map.of("admins", "/staff/admins"));

  @Test
  void every_field_of_a_user_arrives() {
    ExternalIdentity google =
        new ExternalIdentity("Google", "Google", "10987", "https://issuer.example", false, CREATED);
    UserRecord user =
        new UserRecord(
            new UserId(ID),
            "mira",
            SourceStatus.CONFIRMED,
            true,
            Map.of(
                "email", "mira@example.org",
                "email_verified", "true",
                "phone_number", "+4512345678",
                "phone_number_verified", "true",
                "given_name", "Mira",
                "family_name", "Ødegård",
                "locale", "da"),
            List.of(google),
            List.of("admins", "players"),
            CREATED,
            MODIFIED);

    assertThat(planned(hybrid, user))
        .isEqualTo(
            new PlannedUser(
                new UserId(ID),
                "mira",
                true,
                "mira@example.org",
                true,
                "+4512345678",
                true,
                "Mira",
                "Ødegård",
                Map.of("locale", List.of("da")),
                List.of("/staff/admins", "/players"),
                List.of(google),
                FirstPassword.AT_FIRST_LOGIN,
                Set.of(),
                CREATED));
  }

  @Test
  void attributes_are_renamed_dropped_or_kept_as_the_owner_says() {
    UserRecord user =
        user(Map.of("custom:plan", "gold", "custom:internal", "x", "custom:other", "kept"));

    assertThat(planned(hybrid, user).attributes())
        .isEqualTo(Map.of("plan", List.of("gold"), "custom:other", List.of("kept")));
  }

  @Test
  void an_attribute_without_a_value_is_left_out() {
    assertThat(planned(hybrid, user(Map.of("nickname", ""))).attributes()).isEmpty();
  }

  @Test
  void two_attributes_with_one_new_name_and_two_values_are_a_rejection_that_says_what_to_do() {
    Mapped mapped = hybrid.plan(user(Map.of("custom:plan", "gold", "plan", "silver")));

    assertThat(mapped)
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(RejectionReason.ATTRIBUTES_COLLIDE);
              assertThat(rejection.detail()).contains("\"plan\"").contains("mapping.attributes");
            });
  }

  @Test
  void two_attributes_with_one_new_name_and_one_value_are_one_attribute() {
    assertThat(planned(hybrid, user(Map.of("custom:plan", "gold", "plan", "gold"))).attributes())
        .isEqualTo(Map.of("plan", List.of("gold")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", " true ", "tRuE", "\ttrue\n", "true\u00A0"})
  void a_flag_that_cognito_takes_for_true_is_true(String flag) {
    UserRecord user =
        user(
            Map.of(
                "email",
                "mira@example.org",
                "email_verified",
                flag,
                "phone_number",
                "+4512345678",
                "phone_number_verified",
                flag));

    assertThat(planned(hybrid, user).emailVerified()).isTrue();
    assertThat(planned(hybrid, user).phoneNumberVerified()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false", "False", "1", "yes", "t", "true!", "t rue", "wahr", "TRÜE"})
  void anything_else_is_not_verified(String flag) {
    UserRecord user =
        user(
            Map.of(
                "email",
                "mira@example.org",
                "email_verified",
                flag,
                "phone_number",
                "+4512345678",
                "phone_number_verified",
                flag));

    assertThat(planned(hybrid, user).emailVerified()).isFalse();
    assertThat(planned(hybrid, user).phoneNumberVerified()).isFalse();
  }

  @Test
  void a_user_with_a_password_comes_without_identities_that_cannot_be_read() {
    UserRecord user = user(Map.of("identities", "[{broken", "custom:plan", "gold"));

    assertThat(planned(hybrid, user).identities()).isEmpty();
    assertThat(planned(hybrid, user).attributes()).isEqualTo(Map.of("plan", List.of("gold")));
    assertThat(UserMapping.comesWithoutLinks(user)).isTrue();
  }

  @Test
  void a_user_who_has_no_other_way_in_is_rejected_when_no_identity_can_be_read() {
    assertThat(
            hybrid.plan(
                withStatus(SourceStatus.EXTERNAL_PROVIDER, Map.of("identities", "[{broken"))))
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.reason()).isEqualTo(RejectionReason.UNREADABLE_IDENTITIES));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // pool's logins; username; email and whether verified; phone and whether verified
        "usernames, mira, m@example.org, true, +4512345678, true, mira",
        "aliases,   mira, m@example.org, true, +4512345678, true, mira",
        "email,     ID,   m@example.org, false, +4512345678, true, m@example.org",
        "phone,     ID,   m@example.org, true, +4512345678, false, +4512345678",
        "phone,     ID,   -,             -,    +4512345678, -,    +4512345678",
        "either,    ID,   m@example.org, true, -,           -,    m@example.org",
        "either,    ID,   -,             -,    +4512345678, false, +4512345678",
        "either,    ID,   m@example.org, true, +4512345678, true, m@example.org",
        "either,    ID,   m@example.org, true, +4512345678, false, m@example.org",
        "either,    ID,   m@example.org, false, +4512345678, true, +4512345678",
        "either,    ID,   m@example.org, false, +4512345678, false, +4512345678",
        "either,    ID,   -,             -,    -,           -,    ID",
        "either,    Google_7, g@example.org, false, -,      -,    Google_7"
      })
  void the_username_is_the_login_that_the_pool_uses(
      String kind,
      String username,
      String email,
      String emailVerified,
      String phone,
      String phoneVerified,
      String expected) {
    Map<String, String> attributes = new HashMap<>();
    putIfGiven(attributes, "email", email);
    putIfGiven(attributes, "email_verified", emailVerified);
    putIfGiven(attributes, "phone_number", phone);
    putIfGiven(attributes, "phone_number_verified", phoneVerified);
    UserRecord user =
        new UserRecord(
            new UserId(ID),
            username.replace("ID", ID),
            SourceStatus.CONFIRMED,
            true,
            attributes,
            List.of(),
            List.of(),
            CREATED,
            MODIFIED);

    assertThat(planned(hybrid.of(pool(kind).logins()), user).username())
        .isEqualTo(expected.replace("ID", ID));
  }

  private static void putIfGiven(Map<String, String> attributes, String name, String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }

  private static PoolDescription pool(String kind) {
    Set<String> both = Set.of("email", "phone_number");
    PoolLogins logins =
        switch (kind) {
          case "usernames" -> new PoolLogins(Set.of(), Set.of(), false);
          case "aliases" -> new PoolLogins(Set.of(), both, false);
          case "email" -> new PoolLogins(Set.of("email"), Set.of(), false);
          case "phone" -> new PoolLogins(Set.of("phone_number"), Set.of(), false);
          case "either" -> new PoolLogins(both, Set.of(), false);
          default -> throw new IllegalArgumentException(kind);
        };
    return new PoolDescription("eu-west-1_Kinds1234", "kinds", 1, List.of(), logins);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "TRUE, true", "1, false", "yes, false", "'', false"})
  void an_email_is_verified_only_where_the_pool_says_true(String told, boolean expected) {
    Map<String, String> attributes = Map.of("email", "a@example.net", "email_verified", told);

    assertThat(planned(hybrid, user(attributes)).emailVerified()).isEqualTo(expected);
  }

  @Test
  void a_verified_flag_without_an_address_verifies_nothing() {
    PlannedUser user =
        planned(hybrid, user(Map.of("email_verified", "true", "phone_number_verified", "true")));

    assertThat(user.emailVerified()).isFalse();
    assertThat(user.phoneNumberVerified()).isFalse();
  }

  @Test
  void a_disabled_user_stays_disabled() {
    UserRecord user =
        new UserRecord(
            new UserId(ID),
            "mira",
            SourceStatus.CONFIRMED,
            false,
            Map.of(),
            List.of(),
            List.of(),
            CREATED,
            MODIFIED);

    assertThat(planned(hybrid, user).enabled()).isFalse();
  }

  @Test
  void an_unconfirmed_user_must_verify_the_address() {
    UserRecord user = withStatus(SourceStatus.UNCONFIRMED, Map.of("email", "a@example.net"));

    assertThat(planned(hybrid, user).obligations()).containsExactly(RequiredAction.VERIFY_EMAIL);
  }

  @ParameterizedTest
  @EnumSource(MigrationMode.class)
  void a_federated_user_has_no_password_to_move_whatever_the_way(MigrationMode mode) {
    UserRecord user = withStatus(SourceStatus.EXTERNAL_PROVIDER, Map.of());

    assertThat(planned(mapping(mode), user).firstPassword()).isEqualTo(FirstPassword.NONE);
  }

  @ParameterizedTest
  @CsvSource({"HYBRID, AT_FIRST_LOGIN", "SLOW, AT_FIRST_LOGIN", "BULK, MUST_RESET"})
  void the_way_says_how_a_password_is_come_by(MigrationMode mode, FirstPassword expected) {
    assertThat(planned(mapping(mode), user(Map.of())).firstPassword()).isEqualTo(expected);
  }

  @Test
  void the_target_is_told_the_names_that_attributes_will_have() {
    assertThat(
            hybrid.attributeNamesAtTarget(
                List.of("sub", "email", "custom:plan", "custom:internal", "locale", "given_name")))
        .containsExactly("locale", "plan");
  }

  private static UserMapping mapping(MigrationMode mode) {
    return new UserMapping(mode, new AttributeMapping(Map.of()), Map.of());
  }

  private static UserRecord user(Map<String, String> attributes) {
    return withStatus(SourceStatus.CONFIRMED, attributes);
  }

  private static UserRecord withStatus(SourceStatus status, Map<String, String> attributes) {
    return new UserRecord(
        new UserId(ID), "mira", status, true, attributes, List.of(), List.of(), CREATED, MODIFIED);
  }

  private static PlannedUser planned(UserMapping mapping, UserRecord user) {
    return switch (mapping.plan(user)) {
      case Planned planned -> planned.user();
      case Rejection rejection -> throw new AssertionError(rejection.detail());
    };
  }
}
