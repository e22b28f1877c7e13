package dev.sluice.targets.keycloak.api;

import dev.sluice.api.Secret;
import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetOption;
import dev.sluice.targets.option.OptionProblems;
import dev.sluice.targets.option.OptionValues;
import dev.sluice.targets.option.SmtpOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a Keycloak is and who Sluice is to it.
 *
 * @param url its address without {@code /realms} and without a slash at the end
 * @param batchesAtOnce how many batches of users are written at the same time
 * @param smtp the mail server that the realm is given, if any
 * @param deviceGrant ids of the app clients that may use the device grant
 * @param languages of the login pages, the first for people whose own is not among them; empty
 *     where they are the owner's to choose
 */
public record KeycloakOptions(
    URI url,
    String realm,
    AdminCredentials adminCredentials,
    int batchesAtOnce,
    Optional<SmtpOptions> smtp,
    Set<String> deviceGrant,
    List<String> languages) {
  /** Past two at once, Keycloak on PostgreSQL got no faster. */
  public static final int AT_ONCE = 2;

  private static final Pattern REALM_NAME = Pattern.compile("[^/]+");

  private static final TargetOption URL =
      TargetOption.required(
          "url",
          "Keycloak's address, with its relative path if it has one.",
          "https://login.example.org");
  private static final TargetOption REALM =
      TargetOption.required(
          "realm",
          "The realm that people move to. `sluice provision` creates it where it is missing.",
          "customers");
  private static final TargetOption CLIENT_ID =
      TargetOption.optional(
          "client-id",
          "A client of that realm with a service account. Of the roles of `realm-management` it"
              + " needs `manage-users`, and the others below to provision. Together with"
              + " `client-secret`.",
          "sluice");
  private static final TargetOption CLIENT_SECRET =
      TargetOption.optional(
              "client-secret", "That client's secret.", "${env:KEYCLOAK_CLIENT_SECRET}")
          .masked();
  private static final TargetOption ADMIN_USERNAME =
      TargetOption.optional(
          "admin-username",
          "An administrator of the realm `master`, instead of a client. Needed where the realm"
              + " does not exist yet.",
          "admin");
  private static final TargetOption ADMIN_PASSWORD =
      TargetOption.optional(
              "admin-password", "That administrator's password.", "${env:KEYCLOAK_ADMIN_PASSWORD}")
          .masked();
  private static final TargetOption BATCHES_AT_ONCE =
      TargetOption.optional(
              "batches-at-once",
              "How many batches of users are written at the same time, 1 to 8. With 1 the import is"
                  + " about half as fast, and logins hardly wait for it.",
              "1")
          .orElse(String.valueOf(AT_ONCE));
  private static final TargetOption DEVICE_GRANT =
      TargetOption.optional(
          "device-grant",
          "Ids of app clients, with commas between them, that `sluice provision` lets use the"
              + " device grant, which Cognito has not.",
          "5pmi4ct0o4n6ulqj7vlnkm6nhh");

  public static final List<TargetOption> ALL =
      Stream.concat(
              Stream.of(
                  URL,
                  REALM,
                  CLIENT_ID,
                  CLIENT_SECRET,
                  ADMIN_USERNAME,
                  ADMIN_PASSWORD,
                  BATCHES_AT_ONCE,
                  DEVICE_GRANT,
                  LanguageOption.LANGUAGES),
              SmtpOptions.ALL.stream())
          .toList();

  public KeycloakOptions {
    deviceGrant = Set.copyOf(deviceGrant);
    languages = List.copyOf(languages);
  }

  /** With nothing but where Keycloak is and who Sluice is to it. */
  public KeycloakOptions(URI url, String realm, AdminCredentials adminCredentials) {
    this(url, realm, adminCredentials, AT_ONCE, Optional.empty(), Set.of(), LanguageOption.ALL);
  }

  /** What is wrong with these values; empty when nothing is. */
  public static List<OptionProblem> problems(Map<String, String> given) {
    return found(new OptionValues(given)).found();
  }

  private static OptionProblems found(OptionValues values) {
    OptionProblems problems = new OptionProblems(values).address(URL);
    problems.needed(REALM).form(REALM, REALM_NAME, "a name without a slash");
    credentialProblems(values, problems);
    problems.number(BATCHES_AT_ONCE, 1, 8);
    SmtpOptions.problems(values, problems);
    LanguageOption.problems(values, problems);
    return problems;
  }

  /** Reads values that have no {@link #problems}. */
  public static KeycloakOptions from(Map<String, String> given) {
    OptionValues values = new OptionValues(given);
    found(values).requireNone();
    String realm = values.need(REALM);
    return new KeycloakOptions(
        values.address(URL).orElseThrow(),
        realm,
        adminCredentials(realm, values),
        values.number(BATCHES_AT_ONCE),
        SmtpOptions.from(values),
        Set.copyOf(values.list(DEVICE_GRANT)),
        LanguageOption.from(values));
  }

  private static AdminCredentials adminCredentials(String realm, OptionValues values) {
    return values.has(CLIENT_ID)
        ? new AdminCredentials.ServiceAccount(
            realm, values.need(CLIENT_ID), new Secret(values.need(CLIENT_SECRET)))
        : new AdminCredentials.Administrator(
            values.need(ADMIN_USERNAME), new Secret(values.need(ADMIN_PASSWORD)));
  }

  private static void credentialProblems(OptionValues values, OptionProblems problems) {
    Optional<TargetOption> client = given(values, CLIENT_ID, CLIENT_SECRET);
    Optional<TargetOption> admin = given(values, ADMIN_USERNAME, ADMIN_PASSWORD);
    if (client.isPresent() && admin.isPresent()) {
      problems.add(
          OptionProblem.with(
              admin.get(),
              "is one too many beside %s; expected credentials of a client or of an administrator"
                      .formatted(client.get().key())
                  + ", not of both"));
    } else if (client.isPresent()) {
      problems.needs(CLIENT_ID, CLIENT_SECRET).needs(CLIENT_SECRET, CLIENT_ID);
    } else if (admin.isPresent()) {
      problems.needs(ADMIN_USERNAME, ADMIN_PASSWORD).needs(ADMIN_PASSWORD, ADMIN_USERNAME);
    } else {
      problems.add(
          OptionProblem.ofTarget(
              "credentials are missing; expected client-id and client-secret, or admin-username and"
                  + " admin-password"));
    }
  }

  private static Optional<TargetOption> given(
      OptionValues values, TargetOption one, TargetOption other) {
    return Stream.of(one, other).filter(values::has).findFirst();
  }
}
