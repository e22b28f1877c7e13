package dev.sluice.app.gateway;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.ledger.UserIdentifiers;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.app.gateway.hook.TargetSide;
import dev.sluice.app.gateway.login.AnswerTime;
import dev.sluice.contracts.source.FakePasswordCheck;
import dev.sluice.contracts.source.FakeSecondFactors;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.attempt.MemoryAttemptLimit;
import dev.sluice.migration.login.Confirmations;
import dev.sluice.migration.login.FactorLookup;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.login.HookedLogin;
import dev.sluice.migration.login.RelayedLogin;
import dev.sluice.migration.login.Settlement;
import dev.sluice.migration.mapping.AttributeMapping;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.segment.Opening;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway on a free port of this machine, before a pool in memory and a ledger of its own. */
public final class RunningGateway implements AutoCloseable {
  public static final String TOKEN = "kZ3-made-up-token-of-a-test-9fQ";
  public static final UserId MIRA = new UserId("c4f1e0d2-0001-4a5b-8c6d-7e8f90a1b2c3");
  public static final String PASSWORD = "Mira's-öld-Pa$$word/1";

  private static final GatewaySettings ANYWHERE = GatewaySettings.onLoopback(0, new Secret(TOKEN));

  public final WatchedLedger ledger = new WatchedLedger();
  final FakeUserSource source = new FakeUserSource();
  public final FakePasswordCheck check = new FakePasswordCheck();
  public final FakeSecondFactors factors = new FakeSecondFactors();
  public final FakeTarget target = new FakeTarget();
  public final PlainHook hook = new PlainHook();
  public final PlainLogins logins = new PlainLogins(target);
  private final HttpClient client = HttpClient.newHttpClient();
  private final @Nullable Target instead;
  private final Gateway gateway;

  public RunningGateway() {
    this(MigrationMode.SLOW);
  }

  public RunningGateway(MigrationMode mode) {
    this.instead = null;
    this.gateway = start(mode, check, ANYWHERE);
  }

  /** With a check of its own in place of the fake one. */
  public RunningGateway(PasswordCheck other) {
    this(other, AnswerTime.USUAL);
  }

  /** The same, with another time to work on an answer. */
  public RunningGateway(PasswordCheck other, AnswerTime time) {
    this.instead = null;
    this.gateway = start(MigrationMode.SLOW, other, ANYWHERE, Opening.EVERYBODY, time);
  }

  private RunningGateway(GatewaySettings settings) {
    this.instead = null;
    this.gateway = start(MigrationMode.SLOW, check, settings);
  }

  /** Open to some only. */
  RunningGateway(Opening opening) {
    this.instead = null;
    this.gateway = start(MigrationMode.SLOW, check, ANYWHERE, opening, AnswerTime.USUAL);
  }

  /** Before a target that is not the fake one. */
  RunningGateway(Target instead) {
    this.instead = instead;
    this.gateway = start(MigrationMode.SLOW, check, ANYWHERE);
  }

  /** Where it is told to listen. */
  static RunningGateway at(GatewaySettings settings) {
    return new RunningGateway(settings);
  }

  private Gateway start(MigrationMode mode, PasswordCheck passwords, GatewaySettings settings) {
    return start(mode, passwords, settings, Opening.EVERYBODY, AnswerTime.USUAL);
  }

  private Gateway start(
      MigrationMode mode,
      PasswordCheck passwords,
      GatewaySettings settings,
      Opening opening,
      AnswerTime time) {
    UserMapping mapping = new UserMapping(mode, new AttributeMapping(Map.of()), Map.of());
    MemoryAttemptLimit limit = new MemoryAttemptLimit(InstantSource.system());
    FirstLogin firstLogin =
        new FirstLogin(ledger, source, passwords, mapping, limit, opening, InstantSource.system());
    try {
      return Gateway.start(
          settings,
          firstLogin,
          new FactorLookup(ledger, factors),
          new Settlement(ledger),
          ledger,
          ledger,
          targetSide(firstLogin),
          time);
    } catch (RuntimeException didNotStart) {
      client.close();
      ledger.close();
      throw didNotStart;
    }
  }

  /** Of a target that has every way of logging in at once, or of the one that is given. */
  private TargetSide targetSide(FirstLogin firstLogin) {
    Target behind = instead == null ? target : instead;
    Optional<LoginHook> asks = instead == null ? Optional.of(hook) : instead.hook();
    Optional<RelayedLogins> relays = instead == null ? Optional.of(logins) : instead.logins();
    return new TargetSide(
        asks.map(each -> new HookedLogin(firstLogin, ledger, each)),
        relays.map(each -> new RelayedLogin(firstLogin, ledger, ledger, behind, each)),
        Optional.of(new Confirmations(ledger, ledger, behind, WatchedLedger.CLOCK)));
  }

  /** A user of the pool, whose password is known. */
  static UserRecord user(UserId id, String username, String email) {
    return new UserRecord(
        id,
        username,
        SourceStatus.CONFIRMED,
        true,
        Map.of("email", email, "email_verified", "true", "custom:plan", "gold"),
        List.of(),
        List.of("readers"),
        Instant.parse("2019-03-04T05:06:07Z"),
        Instant.parse("2024-01-02T03:04:05Z"));
  }

  /** Puts Mira into the pool, with her password. */
  public RunningGateway withMira() {
    source.put(user(MIRA, "mira", "mira@example.org"));
    check.knows("mira@example.org", PASSWORD, MIRA);
    return this;
  }

  /** Puts a user into the ledger alone. */
  public void discover(UserId id, String username, String email) {
    ledger.see("test", List.of(UserIdentifiers.of(user(id, username, email))));
  }

  public URI uri() {
    return gateway.uri();
  }

  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + TOKEN));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(uri() + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public static String firstLogin(String login, String password) {
    return "{\"login\":\"%s\",\"password\":\"%s\",\"client\":{\"ip\":\"192.0.2.7\"}}"
        .formatted(login, password);
  }

  /** Ends the gateway alone, so that calls under way can still be read. */
  public void stop() {
    gateway.close();
  }

  @Override
  public void close() {
    stop();
    client.close();
    ledger.close();
  }
}
