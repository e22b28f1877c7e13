package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.RefusalReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.Reading;
import dev.sluice.cognito.password.CognitoPasswordCheck;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.quota.QuotaCategory;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the rehearsal pool, which answers as Cognito does, with its quotas and its faults. */
class RehearsalTest {
  private static final RehearsalOptions OPTIONS =
      RehearsalOptions.standard()
          .withUsers(800)
          .withSeed(4711)
          .withRegion("ca-central-1")
          .withAuthFlows(
              Set.of(
                  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                  "ALLOW_USER_PASSWORD_AUTH",
                  "ALLOW_USER_SRP_AUTH"))
          .withQuotas(Quotas.off());
  private static RehearsalPool pool;

  @BeforeAll
  static void start() {
    pool = RehearsalPool.start(OPTIONS);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @AfterEach
  void allIsWell() {
    pool.faults().clear();
  }

  @Nested
  class AsASource extends PoolSourceContract {
    AsASource() {
      super(standIn());
    }
  }

  @Nested
  class AsAPasswordCheckByUser extends PoolPasswordContract {
    AsAPasswordCheckByUser() {
      super(standIn(), PasswordFlow.USER);
    }
  }

  @Nested
  class AsAPasswordCheckByAdmin extends PoolPasswordContract {
    AsAPasswordCheckByAdmin() {
      super(standIn(), PasswordFlow.ADMIN);
    }
  }

  @Nested
  class AsAPasswordCheckBySrp extends PoolPasswordContract {
    AsAPasswordCheckBySrp() {
      super(standIn(), PasswordFlow.SRP);
    }
  }

  @Test
  void every_user_is_read_as_it_was_made_and_nobody_is_billed_for_it() {
    long billed = pool.calls().of("AdminGetUser");
    Map<UserId, UserRecord> read = readAll(options(pool));

    assertThat(read).hasSize(800);
    pool.users().forEach(made -> assertThat(read.get(new UserId(made.sub()))).satisfies(is(made)));
    assertThat(pool.calls().of("AdminGetUser")).isEqualTo(billed);
  }

  @ParameterizedTest
  @EnumSource(UserKind.class)
  void the_right_password_of_each_kind_of_user_proves_what_it_should(UserKind kind) {
    MadeUser user = pool.users(kind).findFirst().orElseThrow();

    for (PasswordFlow flow : PasswordFlow.values()) {
      assertThat(check(flow, user.username(), user.password(), Duration.ofSeconds(20)))
          .as(flow.name())
          .usingRecursiveComparison()
          .ignoringFields("challenge")
          .isEqualTo(expected(user));
    }
  }

  @Test
  void a_lockout_is_no_wrong_password() {
    MadeUser user = pool.users(UserKind.PLUS_SIGN).skip(1).findFirst().orElseThrow();
    for (int attempt = 0; attempt < 8; attempt++) {
      check(user.username(), "Wrong-Sloe-2", Duration.ofSeconds(20));
    }
    assertThat(reason(check(user.username(), user.password(), Duration.ofSeconds(20))))
        .isEqualTo(NoVerdictReason.SOURCE_LOCKED_OUT);
  }

  @Test
  void tokens_do_not_outlive_the_check() {
    MadeUser user = ordinary();
    long before = pool.liveRefreshTokens();
    check(user.username(), user.password(), Duration.ofSeconds(20));

    assertThat(pool.liveRefreshTokens()).isEqualTo(before);
  }

  @Test
  void a_pool_that_hangs_is_a_timeout_and_one_that_hangs_up_is_unavailable() {
    MadeUser user = ordinary();
    pool.faults().next(1, "AdminInitiateAuth", new Fault.Hang(Duration.ofSeconds(5)));
    assertThat(reason(check(user.username(), user.password(), Duration.ofMillis(400))))
        .isEqualTo(NoVerdictReason.SOURCE_TIMED_OUT);

    pool.faults().clear();
    pool.faults().next(1, "AdminInitiateAuth", new Fault.ConnectionClosed());
    assertThat(reason(check(user.username(), user.password(), Duration.ofSeconds(20))))
        .isEqualTo(NoVerdictReason.SOURCE_UNAVAILABLE);
  }

  @Test
  void a_secret_that_is_wrong_is_the_operators_matter() {
    CognitoOptions wrong = options(pool).withSecret(new Secret("not-the-secret"));
    try (CognitoPool connection = CognitoPool.open(wrong);
        CognitoPasswordCheck check = connection.passwords()) {
      MadeUser user = ordinary();
      assertThat(reason(check.check(attempt(user.username(), user.password(), 20_000))))
          .isEqualTo(NoVerdictReason.MISCONFIGURED);
    }
  }

  @Test
  void faults_that_pass_lose_nobody() {
    pool.faults()
        .share(0.1, "ListUsers", new Fault.ServerError())
        .share(0.1, "ListUsers", new Fault.ConnectionClosed())
        .share(0.1, "ListUsers", new Fault.Throttled());

    assertThat(readAll(options(pool))).hasSize(800);
  }

  @Test
  void a_refused_token_says_that_the_shard_has_to_be_read_again() {
    try (CognitoPool connection = CognitoPool.open(options(pool).with(Reading.ONE_CHAIN))) {
      String next = connection.users().read(new Shard("all"), null).next();
      pool.faults().next(1, "ListUsers", new Fault.PageTokenRefused());

      assertThat(next).isNotNull();
      assertThatThrownBy(() -> connection.users().read(new Shard("all"), next))
          .isInstanceOf(PositionRefusedException.class);
      assertThat(connection.users().read(new Shard("all"), next).users()).isNotEmpty();
    }
  }

  @Test
  void a_quota_that_is_smaller_than_our_share_slows_us_down_and_loses_nobody() {
    RehearsalOptions tight = OPTIONS.withQuotas(Quotas.off().with(QuotaCategory.USER_LIST, 10));
    try (RehearsalPool busy = RehearsalPool.start(tight);
        CognitoPool connection = CognitoPool.open(options(busy).withRequestsPerSecond(40))) {
      List<UserRecord> read = EverythingIn.of(connection.users());

      assertThat(read).doesNotHaveDuplicates().hasSize(800);
      assertThat(busy.calls().refused("TooManyRequestsException")).isPositive();
      assertThat(connection.listingRate()).isLessThan(40);
    }
  }

  @Test
  void what_the_live_application_took_is_won_back_when_it_needs_it_no_more() {
    try (CognitoPool connection = CognitoPool.open(options(pool))) {
      CognitoUserSource source = connection.users();
      pool.faults().next(2, "ListUsers", new Fault.Throttled());
      source.read(new Shard("sub-4"), null);
      double yielded = connection.listingRate();
      assertThat(yielded).isLessThan(1_000);

      Instant latest = Instant.now().plus(Duration.ofMinutes(1));
      while (connection.listingRate() <= yielded && Instant.now().isBefore(latest)) {
        source.read(new Shard("sub-4"), null);
      }
      assertThat(connection.listingRate()).isGreaterThan(yielded);
    }
  }

  private static Consumer<UserRecord> is(MadeUser made) {
    return read -> {
      Map<String, String> attributes = new HashMap<>(made.attributes());
      attributes.keySet().removeAll(Set.of("sub", "identities"));
      assertThat(read.username()).isEqualTo(made.username());
      assertThat(read.status()).isEqualTo(SourceStatus.valueOf(made.status().name()));
      assertThat(read.enabled()).isEqualTo(made.enabled());
      assertThat(read.attributes()).isEqualTo(attributes);
      assertThat(read.createdAt()).isEqualTo(made.created());
      assertThat(read.modifiedAt()).isEqualTo(made.modified());
      assertThat(read.identities()).hasSameSizeAs(made.identities());
    };
  }

  private static Verdict expected(MadeUser user) {
    return switch (user.kind()) {
      case UNCONFIRMED -> new Verdict.Refused(RefusalReason.NOT_CONFIRMED);
      case RESET_REQUIRED -> new Verdict.Refused(RefusalReason.RESET_REQUIRED);
      case FORCE_CHANGE_EXPIRED -> new Verdict.Refused(RefusalReason.TEMPORARY_PASSWORD_EXPIRED);
      case DISABLED -> new Verdict.Refused(RefusalReason.DISABLED);
      case IMPORTED,
          FEDERATED_GOOGLE,
          FEDERATED_FACEBOOK,
          FEDERATED_APPLE,
          FEDERATED_AMAZON,
          FEDERATED_SAML,
          FEDERATED_OIDC,
          LINKED_EARLIER_PROFILE ->
          new Verdict.Refused(RefusalReason.WRONG_PASSWORD);
      case FORCE_CHANGE -> new Verdict.Proven(user.username(), null, SecondFactor.NONE, true);
      case MFA_SMS -> new Verdict.Proven(user.username(), null, SecondFactor.SMS, false);
      case MFA_EMAIL -> new Verdict.Proven(user.username(), null, SecondFactor.EMAIL, false);
      case MFA_TOTP -> new Verdict.Proven(user.username(), null, SecondFactor.TOTP, false);
      case MFA_SEVERAL -> new Verdict.Proven(user.username(), null, SecondFactor.CHOICE, false);
      case MFA_SETUP -> new Verdict.Proven(user.username(), null, SecondFactor.SETUP, false);
      case ORDINARY,
          LINKED,
          DUPLICATE_EMAIL_OWNER,
          DUPLICATE_EMAIL_OTHER,
          NO_EMAIL,
          UNVERIFIED_EMAIL,
          PHONE_ONLY,
          CASE_TWIN_LOWER,
          CASE_TWIN_UPPER,
          MANY_SCRIPTS,
          HOSTILE_VALUES,
          PLUS_SIGN,
          LONGEST_NAMES ->
          new Verdict.Proven(
              user.username(),
              new UserId(user.sub()),
              SecondFactor.NONE,
              false,
              null,
              user.groups());
    };
  }

  @Test
  void a_proof_says_the_groups_so_they_are_not_asked_for() {
    MadeUser user =
        pool.users(UserKind.ORDINARY)
            .filter(each -> !each.groups().isEmpty())
            .findFirst()
            .orElseThrow();
    try (CognitoPool connection = CognitoPool.open(options(pool));
        CognitoPasswordCheck check = connection.passwords();
        UserSource source = connection.users()) {
      long asked = pool.calls().of("AdminListGroupsForUser");
      Verdict.Proven proven =
          (Verdict.Proven) check.check(attempt(user.username(), user.password(), 5_000));

      assertThat(source.find(proven, Duration.ofSeconds(5)).orElseThrow().groups())
          .containsExactlyInAnyOrderElementsOf(user.groups());
      assertThat(pool.calls().of("AdminListGroupsForUser")).isEqualTo(asked);
      assertThatThrownBy(() -> source.find(proven, Duration.ZERO))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("AdminGetUser");
    }
  }

  private static Verdict check(String login, String password, Duration budget) {
    return check(PasswordFlow.ADMIN, login, password, budget);
  }

  private static Verdict check(PasswordFlow flow, String login, String password, Duration budget) {
    try (CognitoPool connection = CognitoPool.open(options(pool).with(flow));
        CognitoPasswordCheck check = connection.passwords()) {
      return check.check(attempt(login, password, budget.toMillis()));
    }
  }

  private static PasswordAttempt attempt(String login, String password, long millis) {
    return new PasswordAttempt(
        login, new Secret(password), "198.51.100.23", null, Duration.ofMillis(millis));
  }

  private static NoVerdictReason reason(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.NoVerdict.class);
    return ((Verdict.NoVerdict) verdict).reason();
  }

  private static Map<UserId, UserRecord> readAll(CognitoOptions options) {
    try (CognitoPool connection = CognitoPool.open(options)) {
      return EverythingIn.of(connection.users()).stream()
          .collect(Collectors.toMap(UserRecord::id, Function.identity()));
    }
  }

  private static MadeUser ordinary() {
    return pool.users(UserKind.ORDINARY).skip(7).findFirst().orElseThrow();
  }

  private static CognitoOptions options(RehearsalPool at) {
    return new CognitoOptions(
        at.userPoolId(),
        null,
        at.endpoint(),
        at.clientId(),
        new Secret(at.clientSecret()),
        PasswordFlow.ADMIN,
        1_000,
        Reading.SHARDED,
        Map.of());
  }

  private static StandInPool standIn() {
    Map<String, UserId> users = new HashMap<>();
    Map<String, Set<UserId>> members = new HashMap<>();
    pool.users()
        .forEach(user -> {
          UserId id = new UserId(user.sub());
          users.put(user.username(), id);
          user.groups()
              .forEach(group -> members.computeIfAbsent(group, g -> new TreeSet<>()).add(id));
        });
    MadeUser someone = ordinary();
    return new StandInPool(options(pool), users, members, someone.username(), someone.password());
  }
}
