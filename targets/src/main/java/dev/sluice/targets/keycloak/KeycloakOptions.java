package dev.sluice.targets.keycloak;

import dev.sluice.migration.Secret;
import dev.sluice.migration.target.TargetOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
record KeycloakOptions(
    URI url,
    String realm,
    Credentials credentials,
    int batchesAtOnce,
    Optional<SmtpOptions> smtp,
    Set<String> deviceGrant,
    List<String> languages) {
  /** Past two at once, Keycloak on PostgreSQL got no faster. */
  private static final int AT_ONCE = 2;

  private static final TargetOption URL =
      new TargetOption(
          "url",
          "Keycloak's address, with its relative path if it has one.",
          true,
          false,
          null,
          "https://login.example.org");
  private static final TargetOption REALM =
      new TargetOption(
          "realm",
          "The realm that people move to. `sluice provision` creates it where it is missing.",
          true,
          false,
          null,
          "customers");
  private static final TargetOption CLIENT_ID =
      new TargetOption(
          "client-id",
          "A client of that realm with a service account that has the role `realm-admin` of"
              + " `realm-management`. Together with `client-secret`.",
          false,
          false,
          null,
          "sluice");
  private static final TargetOption CLIENT_SECRET =
      new TargetOption(
          "client-secret", "That client's secret.", false, true, null, "${env:KEYCLOAK_SECRET}");
  private static final TargetOption ADMIN_USERNAME =
      new TargetOption(
          "admin-username",
          "An administrator of the realm `master`, instead of a client. Needed where the realm"
              + " does not exist yet.",
          false,
          false,
          null,
          "admin");
  private static final TargetOption ADMIN_PASSWORD =
      new TargetOption(
          "admin-password",
          "That administrator's password.",
          false,
          true,
          null,
          "${env:KEYCLOAK_ADMIN_PASSWORD}");

  private static final TargetOption BATCHES_AT_ONCE =
      new TargetOption(
          "batches-at-once",
          "How many batches of users are written at the same time, 1 to 8. With 1 the import is"
              + " slower, and logins wait less for it.",
          false,
          false,
          String.valueOf(AT_ONCE),
          "1");

  private static final TargetOption DEVICE_GRANT =
      new TargetOption(
          "device-grant",
          "Ids of app clients, with commas between them, that `sluice provision` lets use the"
              + " device grant, which Cognito has not.",
          false,
          false,
          null,
          "5pmi4ct0o4n6ulqj7vlnkm6nhh");

  static final List<TargetOption> ALL =
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

  KeycloakOptions {
    deviceGrant = Set.copyOf(deviceGrant);
    languages = List.copyOf(languages);
  }

  /** With nothing but where Keycloak is and who Sluice is to it. */
  KeycloakOptions(URI url, String realm, Credentials credentials) {
    this(url, realm, credentials, AT_ONCE, Optional.empty(), Set.of(), LoginLanguages.ALL);
  }

  /** What is wrong with these values; empty when nothing is. */
  static List<String> problems(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    String url = values.getOrDefault(URL.key(), "");
    if (httpAddress(url) == null) {
      problems.add(
          "url: \""
              + url
              + "\" is no address: it begins with http:// or https:// and a host, and"
              + " has no query.");
    }
    String realm = values.getOrDefault(REALM.key(), "");
    if (realm.isBlank() || realm.contains("/")) {
      problems.add("realm: \"" + realm + "\" is no realm's name: it has no slash.");
    }
    problems.addAll(credentialProblems(values));
    String atOnce = values.getOrDefault(BATCHES_AT_ONCE.key(), String.valueOf(AT_ONCE));
    if (!atOnce.matches("[1-8]")) {
      problems.add(BATCHES_AT_ONCE.key() + ": \"" + atOnce + "\" is no number from 1 to 8.");
    }
    problems.addAll(SmtpOptions.problems(values));
    problems.addAll(LanguageOption.problems(values));
    return problems;
  }

  /** Reads values that have no {@link #problems}. */
  static KeycloakOptions from(Map<String, String> values) {
    URI url = httpAddress(values.getOrDefault(URL.key(), ""));
    List<String> problems = problems(values);
    if (url == null || !problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", problems));
    }
    String realm = values.getOrDefault(REALM.key(), "");
    Set<String> devices =
        Stream.of(values.getOrDefault(DEVICE_GRANT.key(), "").split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new KeycloakOptions(
        url,
        realm,
        credentials(realm, values),
        Integer.parseInt(values.getOrDefault(BATCHES_AT_ONCE.key(), String.valueOf(AT_ONCE))),
        SmtpOptions.from(values),
        devices,
        LanguageOption.from(values));
  }

  private static Credentials credentials(String realm, Map<String, String> values) {
    String clientId = values.get(CLIENT_ID.key());
    return clientId == null
        ? new Credentials.Administrator(
            values.getOrDefault(ADMIN_USERNAME.key(), ""), secret(values, ADMIN_PASSWORD))
        : new Credentials.ServiceAccount(realm, clientId, secret(values, CLIENT_SECRET));
  }

  private static Secret secret(Map<String, String> values, TargetOption option) {
    return new Secret(values.getOrDefault(option.key(), ""));
  }

  private static List<String> credentialProblems(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    boolean client = has(values, CLIENT_ID) || has(values, CLIENT_SECRET);
    boolean admin = has(values, ADMIN_USERNAME) || has(values, ADMIN_PASSWORD);
    if (client == admin) {
      problems.add(
          "credentials: give either client-id and client-secret, or admin-username and"
              + " admin-password; "
              + (client ? "both are there." : "neither is there."));
      return problems;
    }
    for (TargetOption option :
        client ? List.of(CLIENT_ID, CLIENT_SECRET) : List.of(ADMIN_USERNAME, ADMIN_PASSWORD)) {
      if (!has(values, option)) {
        problems.add(option.key() + ": is missing or empty.");
      }
    }
    return problems;
  }

  private static boolean has(Map<String, String> values, TargetOption option) {
    return !values.getOrDefault(option.key(), "").isBlank();
  }

  private static @Nullable URI httpAddress(String text) {
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain = uri.getQuery() == null && uri.getFragment() == null;
      return http && plain && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
