package dev.sluice.migration.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all users and all mappings. */
class UserMappingLawsTest {
  private static final int TRIES = 200;

  @Property(tries = TRIES)
  void every_user_is_planned_or_rejected_and_always_the_same_way(
      @ForAll("users") UserRecord user, @ForAll("mappings") UserMapping mapping) {
    Mapped mapped = mapping.plan(user);

    assertThat(mapped.id()).isEqualTo(user.id());
    assertThat(mapping.plan(inOtherOrder(user))).isEqualTo(mapped);
  }

  @Property(tries = TRIES)
  void nobody_is_more_trusted_than_at_the_source(
      @ForAll("users") UserRecord user, @ForAll("mappings") UserMapping mapping) {
    if (mapping.plan(user) instanceof Planned(PlannedUser planned)) {
      assertThat(planned.enabled()).isEqualTo(user.enabled());
      assertThat(planned.emailVerified())
          .isEqualTo(user.email() != null && isTrue(user, "email_verified"));
      assertThat(planned.phoneNumberVerified())
          .isEqualTo(user.phoneNumber() != null && isTrue(user, "phone_number_verified"));
      assertThat(planned.email()).isEqualTo(user.email());
      assertThat(planned.groups()).hasSizeLessThanOrEqualTo(user.groups().size());
      assertThat(planned.identities()).isEqualTo(user.identities());
      if (planned.firstPassword() == FirstPassword.NONE) {
        assertThat(user.status()).isEqualTo(SourceStatus.EXTERNAL_PROVIDER);
      }
      if (user.status() == SourceStatus.UNCONFIRMED && user.email() != null) {
        assertThat(
                planned.emailVerified()
                    || planned.obligations().contains(RequiredAction.VERIFY_EMAIL))
            .isTrue();
      }
    }
  }

  @Property(tries = TRIES)
  void an_attribute_never_stands_where_a_field_stands(
      @ForAll("users") UserRecord user, @ForAll("mappings") UserMapping mapping) {
    if (mapping.plan(user) instanceof Planned(PlannedUser planned)) {
      assertThat(planned.attributes())
          .doesNotContainKeys("email", "email_verified", "phone_number", "sub", "username");
    }
  }

  @Property(tries = TRIES)
  void nothing_is_lost_but_what_the_owner_drops(
      @ForAll("users") UserRecord user, @ForAll("mappings") UserMapping mapping) {
    if (mapping.plan(user) instanceof Planned(PlannedUser planned)) {
      List<String> kept = new ArrayList<>();
      planned.attributes().values().forEach(kept::addAll);
      Stream.of(planned.email(), planned.phoneNumber(), planned.givenName(), planned.familyName())
          .map(String::valueOf)
          .forEach(kept::add);
      user.attributes()
          .forEach((name, value) -> {
            boolean dropped = mapping.attributes().nameAtTarget(name).isEmpty();
            if (!dropped && !value.isBlank() && !name.endsWith("_verified")) {
              assertThat(kept).contains(value);
            }
          });
      user.groups()
          .forEach(group -> assertThat(planned.groups()).contains(mapping.groupPath(group)));
    }
  }

  @Property(tries = TRIES)
  void a_rejection_says_what_to_do_and_shows_no_value(
      @ForAll("users") UserRecord user, @ForAll("mappings") UserMapping mapping) {
    if (mapping.plan(user) instanceof Rejection rejection) {
      assertThat(rejection.detail()).isNotBlank().doesNotContain(HostileUsers.VALUE);
      assertThat(rejection.detail().codePoints())
          .noneMatch(sign -> Character.getType(sign) == Character.CONTROL)
          .noneMatch(sign -> Character.getType(sign) == Character.SURROGATE);
    }
  }

  @Property(tries = TRIES)
  void identities_that_nobody_can_read_are_a_rejection_of_users_who_have_no_other_way_in(
      @ForAll("users") UserRecord user,
      @ForAll("texts") String json,
      @ForAll("mappings") UserMapping mapping) {
    Map<String, String> attributes = new LinkedHashMap<>(user.attributes());
    attributes.put("identities", json);
    boolean otherWayIn =
        user.status() != SourceStatus.EXTERNAL_PROVIDER || !user.identities().isEmpty();

    Mapped mapped = mapping.plan(user.withAttributes(attributes));

    assertThat(
            mapped instanceof Rejection rejection
                && rejection.reason() == RejectionReason.UNREADABLE_IDENTITIES)
        .isNotEqualTo(otherWayIn);
    if (mapped instanceof Planned(PlannedUser planned)) {
      assertThat(planned.attributes()).doesNotContainKey("identities");
    }
  }

  @Provide
  Arbitrary<UserRecord> users() {
    return HostileUsers.users();
  }

  @Provide
  Arbitrary<UserMapping> mappings() {
    return HostileUsers.mappings();
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileUsers.texts();
  }

  private static boolean isTrue(UserRecord user, String name) {
    return user.attributes().getOrDefault(name, "").strip().equalsIgnoreCase("true");
  }

  private static UserRecord inOtherOrder(UserRecord user) {
    List<String> names = new ArrayList<>(user.attributes().keySet());
    Collections.reverse(names);
    Map<String, String> reversed = new LinkedHashMap<>();
    names.forEach(name -> reversed.put(name, user.attributes().getOrDefault(name, "")));
    return user.withAttributes(reversed);
  }
}
