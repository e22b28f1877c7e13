package dev.sluice.app.demo;

import dev.sluice.app.cli.CommandException;
import dev.sluice.app.cli.ExitCode;
import dev.sluice.app.cli.HelpOption;
import dev.sluice.app.wiring.Opened;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows a whole migration on this machine. */
@Command(
    name = "demo",
    description = {
      "Move a made-up pool into a Keycloak on this machine.",
      "The demo starts a rehearsal pool, Keycloak and the gateway on loopback, moves all users,"
          + " logs one user in twice, and runs until Ctrl-C."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int LAST_BASE = 65_533;

  private final CommandRunner commands;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "10000",
      description = "The number of made-up users, 100 to 1,000,000; ${DEFAULT-VALUE} by default.")
  private long users;

  @Option(
      names = "--port-base",
      paramLabel = "P",
      description =
          "Listen on P (Keycloak), P+1 (gateway) and P+2 (pool); 8080, 7070 and 5055 by default.")
  private int portBase;

  @Option(
      names = "--once",
      description = "End after the demonstration instead of waiting for Ctrl-C.")
  private boolean once;

  @Mixin HelpOption help = new HelpOption();

  @Option(names = "--debug", description = "Print a stack trace if the command fails.")
  boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Takes the runner of the commands that it shows. */
  public DemoCommand(CommandRunner commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() throws InterruptedException {
    DemoPorts ports = ports();
    try (Opened opened = Opened.untilTheEnd()) {
      DemoPlace place = opened.add(new DemoPlace());
      DemoServers servers = new DemoServers(commands, ports, place, opened);
      RehearsalPool pool = servers.pool(users);
      say("A rehearsal pool of %,d made-up users answers at %s.".formatted(users, pool.endpoint()));
      say(
          "Starting Keycloak. The first start downloads it (180 MB) and builds it, which takes"
              + " minutes.");
      KeycloakServer keycloak = servers.keycloak();
      say("Keycloak answers at %s.".formatted(keycloak.url()));
      place.writeConfig(pool, keycloak, ports);
      migrate(place);
      URI gateway = servers.gateway();
      say("The gateway answers at %s.".formatted(gateway));
      MadeUser mover =
          new DemoTour(commands, place, pool, keycloak, spec.commandLine().getOut()).show();
      if (!once) {
        sayWhereToLook(place, pool, keycloak, gateway, mover);
        opened.awaitEnd();
      }
    }
    return ExitCode.DONE.number();
  }

  private DemoPorts ports() {
    if (users < 100 || users > 1_000_000) {
      throw new ParameterException(
          spec.commandLine(), "--users must be 100 to 1000000, not " + users + ".");
    }
    if (portBase < 0 || portBase > LAST_BASE) {
      throw new ParameterException(
          spec.commandLine(), "--port-base must be 1 to " + LAST_BASE + ", not " + portBase + ".");
    }
    DemoPorts ports = portBase == 0 ? DemoPorts.USUAL : DemoPorts.from(portBase);
    ports
        .problem()
        .ifPresent(problem -> {
          throw new CommandException(problem);
        });
    return ports;
  }

  private void migrate(DemoPlace place) {
    run(place, List.of(ExitCode.DONE), "provision");
    say("Moving all users. (Keycloak's H2 database limits the pace here; PostgreSQL is faster.)");
    run(place, List.of(ExitCode.DONE, ExitCode.DONE_WITH_REJECTIONS), "bulk");
  }

  private void run(DemoPlace place, List<ExitCode> well, String command) {
    say("");
    say("$ sluice %s --execute".formatted(command));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int code = commands.run(out, err, command, "--execute", "--config", place.config().toString());
    if (well.stream().noneMatch(exit -> exit.number() == code)) {
      throw new CommandException("sluice " + command + " ended with exit code " + code + ".");
    }
  }

  private void sayWhereToLook(
      DemoPlace place, RehearsalPool pool, KeycloakServer keycloak, URI gateway, MadeUser mover) {
    say("");
    say(
        "Try it in a browser: %srealms/%s/account"
            .formatted(slash(keycloak.url()), DemoPlace.REALM));
    pool.users()
        .filter(user -> user.canLogIn() && user.index() != mover.index())
        .limit(3)
        .forEach(user -> say("  %-32s %s".formatted(user.login(), user.password())));
    say(
        "Keycloak's console: %sadmin  %s %s"
            .formatted(slash(keycloak.url()), keycloak.adminUsername(), keycloak.adminPassword()));
    say("The gateway's health: %s/actuator/health".formatted(gateway));
    say("The migration's status: ./sluice status --config %s".formatted(place.config()));
    say("Keycloak's log: %s".formatted(place.keycloakLog()));
    say("Ctrl-C stops everything and removes all its files.");
  }

  private static String slash(URI uri) {
    return uri.toString().endsWith("/") ? uri.toString() : uri + "/";
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
