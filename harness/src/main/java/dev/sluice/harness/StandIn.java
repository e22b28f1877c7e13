package dev.sluice.harness;

import dev.sluice.servers.ChildProcess;
import dev.sluice.servers.FreePort;
import dev.sluice.servers.Launch;
import dev.sluice.servers.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A third-party stand-in for Cognito, started as a child of this process. */
public record StandIn(ChildProcess process, URI endpoint) implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  /** Starts Python's moto, which pages and filters; skips the tests where it is not installed. */
  public static StandIn moto(Path directory) {
    Path program = OnPath.find("moto_server", "the Python package moto[server]");
    int port = FreePort.find();
    return start(
        Launch.of(
            List.of(program.toString(), "-H", "127.0.0.1", "-p", "" + port),
            directory,
            directory.resolve("moto.log")),
        port);
  }

  /**
   * Starts npm's cognito-local, which neither pages nor checks much; skips the tests where it is
   * not available.
   */
  public static StandIn cognitoLocal(Path directory) throws IOException {
    Path node = NpmPackage.node();
    Path modules = NpmPackage.fetch("cognito-local", "5.3.0", directory).modules();
    Files.createDirectories(directory.resolve(".cognito"));
    Files.writeString(
        directory.resolve(".cognito/config.json"),
        "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}");
    int port = FreePort.find();
    Path program = modules.resolve("cognito-local/lib/bin/start.js");
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

  private static boolean answersOn(int port) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
