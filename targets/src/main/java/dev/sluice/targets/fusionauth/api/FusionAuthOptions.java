package dev.sluice.targets.fusionauth.api;

import dev.sluice.api.Secret;
import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.TargetOption;
import dev.sluice.targets.option.OptionProblems;
import dev.sluice.targets.option.OptionValues;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a FusionAuth is, and what users get there.
 *
 * @param url its address, without a slash at the end
 * @param tenantId the tenant that people move to
 * @param applicationIds the applications that every user is registered for
 * @param batchSize how many users one import takes at most
 * @param timeout how long one answer may take
 * @param importedUsers how users who were imported without a password log in for the first time
 * @param provision what {@code sluice provision} has to know besides
 */
public record FusionAuthOptions(
    URI url,
    Secret apiKey,
    UUID tenantId,
    List<UUID> applicationIds,
    int batchSize,
    Duration timeout,
    ImportedUsers importedUsers,
    ProvisionOptions provision) {
  public static final int BATCH_SIZE = 1_000;
  private static final int LARGEST_BATCH = 10_000;
  private static final int LONGEST_TIMEOUT = 600;

  private static final TargetOption URL =
      TargetOption.required("url", "FusionAuth's address.", "https://auth.example.org");
  private static final TargetOption API_KEY =
      TargetOption.required(
              "api-key",
              "An API key. It needs the endpoints under `/api/user`, `/api/group`,"
                  + " `/api/identity-provider`, `/api/application`, `/api/tenant` and"
                  + " `/api/system/version`, and `/api/login` for `POST /v1/login`. `sluice"
                  + " provision` also needs `/api/connector` and `/api/entity`, and a key that is"
                  + " not of one tenant alone: it makes the tenant, and what all tenants share.",
              "${env:FUSIONAUTH_API_KEY}")
          .masked();
  private static final TargetOption TENANT_ID =
      TargetOption.required(
          "tenant-id",
          "The id of the tenant that people move to.",
          "7f2c6e0a-94d1-4a5b-8c3e-2b1d5f60a9e4");
  private static final TargetOption APPLICATION_IDS =
      TargetOption.optional(
          "application-ids",
          "Ids of applications, with commas between them, that every user is registered for."
              + " Without one, FusionAuth answers 202 to logins, and gives no roles.",
          "3c219e58-ed0e-4b18-ad48-f4f92793ae32");
  private static final TargetOption BATCH =
      TargetOption.optional(
              "batch-size", "How many users one import takes at most, 1 to 10000.", "500")
          .orElse(String.valueOf(BATCH_SIZE));
  private static final TargetOption TIMEOUT =
      TargetOption.optional(
              "timeout-seconds",
              "How long FusionAuth may take for one answer, 1 to 600. A large import takes some"
                  + " time, above all where it has to be looked into.",
              "120")
          .orElse("60");
  private static final TargetOption IMPORTED_USERS =
      TargetOption.optional(
              "imported-users",
              "How users who were imported without a password log in for the first time, for `mode:"
                  + " hybrid`. `connector`: FusionAuth asks the gateway, as you have seen with one"
                  + " user of your own. `v1-login`: your applications call the gateway's `POST"
                  + " /v1/login`. `unconfirmed`: nobody has tried it, and hybrid is refused.",
              "v1-login")
          .orElse(ImportedUsers.UNCONFIRMED.key());

  /** Every option there is. */
  public static final List<TargetOption> ALL =
      Stream.concat(
              Stream.of(URL, API_KEY, TENANT_ID, APPLICATION_IDS, BATCH, TIMEOUT, IMPORTED_USERS),
              ProvisionOptions.ALL.stream())
          .toList();

  public FusionAuthOptions {
    applicationIds = List.copyOf(applicationIds);
  }

  /** Where nothing is said for provisioning. */
  public FusionAuthOptions(
      URI url,
      Secret apiKey,
      UUID tenantId,
      List<UUID> applicationIds,
      int batchSize,
      Duration timeout,
      ImportedUsers importedUsers) {
    this(
        url,
        apiKey,
        tenantId,
        applicationIds,
        batchSize,
        timeout,
        importedUsers,
        ProvisionOptions.DEFAULT);
  }

  /** How users who were imported without a password log in for the first time. */
  public enum ImportedUsers {
    /** FusionAuth's documents do not say whether it asks a Connector about them. */
    UNCONFIRMED,
    CONNECTOR,
    V1_LOGIN;

    /** As it is written in {@code sluice.yaml}. */
    String key() {
      return switch (this) {
        case UNCONFIRMED -> "unconfirmed";
        case CONNECTOR -> "connector";
        case V1_LOGIN -> "v1-login";
      };
    }

    static List<String> keys() {
      return Stream.of(values()).map(ImportedUsers::key).toList();
    }
  }

  /** What is wrong with these values; empty when nothing is. */
  public static List<OptionProblem> problems(Map<String, String> given) {
    return found(new OptionValues(given)).found();
  }

  private static OptionProblems found(OptionValues values) {
    String expected = "a UUID such as " + TENANT_ID.example();
    OptionProblems problems =
        new OptionProblems(values)
            .address(URL)
            .needed(API_KEY, TENANT_ID)
            .form(TENANT_ID, Uuids.WHOLE, expected)
            .number(BATCH, 1, LARGEST_BATCH)
            .number(TIMEOUT, 1, LONGEST_TIMEOUT)
            .oneOf(IMPORTED_USERS, ImportedUsers.keys())
            .each(
                APPLICATION_IDS,
                values.list(APPLICATION_IDS),
                Uuids.WHOLE.asMatchPredicate(),
                expected);
    ProvisionOptions.problems(values, problems);
    return problems;
  }

  /** Reads values that have no {@link #problems}. */
  public static FusionAuthOptions from(Map<String, String> given) {
    OptionValues values = new OptionValues(given);
    found(values).requireNone();
    return new FusionAuthOptions(
        values.address(URL).orElseThrow(),
        new Secret(values.need(API_KEY)),
        UUID.fromString(values.need(TENANT_ID)),
        values.list(APPLICATION_IDS).stream().map(UUID::fromString).toList(),
        values.number(BATCH),
        Duration.ofSeconds(values.number(TIMEOUT)),
        Stream.of(ImportedUsers.values())
            .filter(each -> each.key().equals(values.need(IMPORTED_USERS)))
            .findFirst()
            .orElseThrow(),
        ProvisionOptions.from(values));
  }
}
