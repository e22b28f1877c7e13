package dev.sluice.app.gateway;

import dev.sluice.api.Secret;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.RelayedAnswer;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.FakeTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logins at a target in memory, in the words of {@link PlainHook}. */
public final class PlainLogins implements RelayedLogins {
  private final FakeTarget target;
  private final PlainHook words = new PlainHook();
  private final Map<String, String> passwords = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private @Nullable String trouble;
  private @Nullable WriteOutcome outcome;

  PlainLogins(FakeTarget target) {
    this.target = target;
  }

  /** Somebody who can log in at the target. */
  public synchronized void knows(String login, String password) {
    passwords.put(login, password);
  }

  /** What those are answered who are let in. */
  public synchronized void answers(int other) {
    status = other;
  }

  /** Nobody can be logged in, or given a password, from now on. */
  public synchronized void fail(String problem) {
    trouble = problem;
  }

  /** What becomes of every user who is to be given a password. */
  public synchronized void storing(WriteOutcome other) {
    outcome = other;
  }

  /** Who was to be logged in. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public AskedLogin read(byte[] body) {
    return words.read(body);
  }

  @Override
  public synchronized RelayedAnswer login(byte[] body) {
    AskedLogin login = read(body);
    asked.add(login.login());
    if (trouble != null) {
      return new RelayedAnswer.Unavailable(trouble);
    }
    return login.password().reveal().equals(passwords.get(login.login()))
        ? new RelayedAnswer.Decided(status, "{\"token\":\"of " + login.login() + "\"}")
        : new RelayedAnswer.NotLetIn();
  }

  @Override
  public synchronized WriteOutcome store(PlannedUser user, Secret password) {
    UserId id = user.id();
    if (trouble != null) {
      return new WriteOutcome.TryLater(id, Duration.ofSeconds(7), trouble);
    }
    if (outcome != null) {
      return outcome;
    }
    target.write(List.of(user));
    target.keepPassword(id);
    passwords.put(String.valueOf(user.email()), password.reveal());
    return new WriteOutcome.Created(id);
  }
}
