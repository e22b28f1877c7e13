package dev.sluice.migration.mapping;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Users as nobody wants to have them, and mappings that make it worse. */
final class HostileUsers {
  /** Begins every value, and nothing else: so a value shows wherever it does not belong. */
  static final String VALUE = "\u00A7v:";

  private static final List<String> NAMES =
      List.of(
          "email",
          "email_verified",
          "phone_number",
          "phone_number_verified",
          "given_name",
          "family_name",
          "name",
          "locale",
          "custom:plan",
          "custom:note",
          "plan",
          "username");

  private HostileUsers() {}

  /** Any text: control characters, NUL, half surrogate pairs, right to left, markup, very long. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(20),
        Arbitraries.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "\uD800",
            "\uDC00x",
            "\u202Eabc\u202C",
            "null",
            "true",
            "TRUE",
            "[{",
            "[{\"userId\":\"u\"}]",
            "'; drop table users; --",
            "<b>&amp;",
            "\uFEFF"),
        Arbitraries.strings().all().ofLength(2048));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(NAMES), Arbitraries.of(NAMES), texts().map(text -> "custom:" + text));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, texts().map(text -> VALUE + text)),
        Tuple.of(1, Arbitraries.of("", " ", "true", "false", "\u0000")));
  }

  static Arbitrary<UserRecord> users() {
    Arbitrary<String> usernames = texts().filter(text -> !text.isEmpty());
    Arbitrary<List<ExternalIdentity>> identities =
        Combinators.combine(texts(), texts(), Arbitraries.of(true, false))
            .as((provider, id, primary) ->
                new ExternalIdentity(provider, "SAML", id, null, primary, null))
            .list()
            .ofMaxSize(5);
    return Combinators.combine(
            usernames,
            Arbitraries.of(SourceStatus.class),
            Arbitraries.of(true, false),
            Arbitraries.maps(names(), values()).ofMaxSize(60),
            identities,
            texts().list().ofMaxSize(5))
        .as(HostileUsers::user);
  }

  private static UserRecord user(
      String username,
      SourceStatus status,
      boolean enabled,
      Map<String, String> attributes,
      List<ExternalIdentity> identities,
      List<String> groups) {
    return new UserRecord(
        new UserId("7-somebody"),
        username,
        status,
        enabled,
        attributes,
        identities,
        groups,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(5));
  }

  /** Mappings that drop, let names meet, and rename to what is a field. */
  static Arbitrary<UserMapping> mappings() {
    Arbitrary<String> targets =
        Arbitraries.of("drop", "plan", "locale", "email", "email_verified", "username", "other");
    return Combinators.combine(
            Arbitraries.of(MigrationMode.class),
            Arbitraries.maps(names(), targets).ofMaxSize(5),
            Arbitraries.maps(texts(), texts()).ofMaxSize(3))
        .as((mode, renames, groups) ->
            new UserMapping(mode, new AttributeMapping(renames), groups));
  }
}
