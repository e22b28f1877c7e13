package dev.sluice.contracts;

import dev.sluice.servers.CacheDirectory;
import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.FreePort;
import dev.sluice.servers.Launch;
import dev.sluice.servers.ServerException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A stand-in for Cognito that nobody here wrote, started as a child of this process. */
public record StandIn(ChildProcess process, URI endpoint) implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String COGNITO_LOCAL = "cognito-local@5.3.0";

  /** Python's moto, which pages and filters; skips the tests where it is not installed. */
  public static StandIn moto(Path directory) {
    Path program = program("moto_server", "the Python package moto[server]");
    int port = FreePort.find();
    return start(
        Launch.of(
            List.of(program.toString(), "-H", "127.0.0.1", "-p", "" + port),
            directory,
            directory.resolve("moto.log")),
        port);
  }

  /** npm's cognito-local, which neither pages nor checks much; skips where it cannot be had. */
  public static StandIn cognitoLocal(Path directory) throws IOException {
    Path node = program("node", "nodejs");
    Path npm = program("npm", "npm");
    Path installed =
        CacheDirectory.ofUser().entry("cognito-local-5.3", into -> install(npm, into, directory));
    Files.createDirectories(directory.resolve(".cognito"));
    Files.writeString(
        directory.resolve(".cognito/config.json"),
        "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}");
    int port = FreePort.find();
    Path program = installed.resolve("node_modules/cognito-local/lib/bin/start.js");
    return start(
        new Launch(
            List.of(node.toString(), program.toString()),
            Map.of("HOST", "127.0.0.1", "PORT", "" + port),
            directory,
            directory.resolve("cognito-local.log"),
            "TERM",
            Optional.empty()),
        port);
  }

  @Override
  public void close() {
    process.close();
  }

  private static StandIn start(Launch launch, int port) {
    ChildProcess process = ChildProcess.start(launch);
    try {
      process.awaitReady(() -> answersOn(port), START);
      return new StandIn(process, URI.create("http://127.0.0.1:" + port));
    } catch (ServerException e) {
      process.close();
      throw e;
    }
  }

  private static void install(Path npm, Path into, Path directory) {
    List<String> command =
        List.of(
            npm.toString(),
            "install",
            "--prefix",
            into.toString(),
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--fetch-retries=1",
            COGNITO_LOCAL);
    Path log = directory.resolve("npm.log");
    try (ChildProcess install = ChildProcess.start(Launch.of(command, directory, log))) {
      if (install.awaitExit() != 0) {
        skip("npm could not install " + COGNITO_LOCAL + ": " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answersOn(int port) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path program(String name, String comesWith) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(directory -> Path.of(directory, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      skip(name + " is not on the PATH; it comes with " + comesWith);
    }
    return found.orElseThrow();
  }

  private static void skip(String reason) {
    System.err.println("Skipped: " + reason);
    Assumptions.abort(reason);
  }
}
