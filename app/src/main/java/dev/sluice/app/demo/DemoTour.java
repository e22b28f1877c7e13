package dev.sluice.app.demo;

import dev.sluice.app.cli.CommandException;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;

/** Logs one user in twice and shows the effect; it checks every statement that it prints. */
final class DemoTour {
  private static final Duration REPORT_TIMEOUT = Duration.ofSeconds(20);

  private final CommandRunner commands;
  private final DemoPlace place;
  private final RehearsalPool pool;
  private final DemoLogin login;
  private final PrintWriter out;

  DemoTour(
      CommandRunner commands,
      DemoPlace place,
      RehearsalPool pool,
      KeycloakServer keycloak,
      PrintWriter out) {
    this.commands = commands;
    this.place = place;
    this.pool = pool;
    this.login = new DemoLogin(keycloak.url(), DemoPlace.REALM);
    this.out = out;
  }

  /**
   * Returns the user that it logged in.
   *
   * @throws CommandException if a check fails
   */
  MadeUser show() throws InterruptedException {
    MadeUser user = pool.users().filter(MadeUser::canLogIn).findFirst().orElseThrow();
    say("");
    say(
        "%s has sub %s in the pool and logs in at Keycloak with the old password."
            .formatted(user.login(), user.sub()));
    long before = passwordChecks();
    String first = login.subject(user.login(), user.password());
    expect(first.equals(user.sub()), "Keycloak gave another sub: " + first);
    expect(passwordChecks() == before + 1, "Cognito was not asked exactly once.");
    say("  first login:  accepted, sub %s; Cognito was asked once.".formatted(first));
    String second = login.subject(user.login(), user.password());
    expect(second.equals(user.sub()), "Keycloak gave another sub: " + second);
    expect(passwordChecks() == before + 1, "The second login asked Cognito again.");
    say("  second login: accepted, sub %s; Cognito was not asked.".formatted(second));
    String record = recordOnceMigrated(user);
    expect(
        record.contains("MIGRATED") && record.contains("PASSWORD"), "The ledger says: " + record);
    say("");
    say("$ sluice user %s".formatted(user.login()));
    say(record);
    return user;
  }

  /**
   * Returns the output of {@code sluice user}; Keycloak reports the move after it has answered the
   * login.
   */
  private String recordOnceMigrated(MadeUser user) throws InterruptedException {
    Instant latest = Instant.now().plus(REPORT_TIMEOUT);
    String record = record(user);
    while (!record.contains("MIGRATED") && Instant.now().isBefore(latest)) {
      Thread.sleep(100);
      record = record(user);
    }
    return record;
  }

  private String record(MadeUser user) {
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    commands.run(printer, printer, "user", user.login(), "--config", place.config().toString());
    return said.toString().strip();
  }

  private long passwordChecks() {
    return pool.calls().of("AdminInitiateAuth") + pool.calls().of("InitiateAuth");
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new CommandException(otherwise);
    }
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}
