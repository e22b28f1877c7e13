package dev.sluice.servers.keycloak;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a Keycloak server.
 *
 * @param providerJars extensions that go into its {@code providers/}
 * @param port where it listens; a free one when empty
 * @param clustered whether it forms a cluster, over loopback, with others of its database
 * @param dataDirectory kept after the end when given
 * @param log kept after the end when given
 * @param imported a folder of Keycloak's own export that fills it before it starts
 * @param heapMegabytes its largest heap
 */
public record KeycloakOptions(
    KeycloakDistribution distribution,
    List<Path> providerJars,
    Optional<Integer> port,
    boolean clustered,
    KeycloakDatabase database,
    Optional<Path> dataDirectory,
    Optional<Path> log,
    Optional<Path> imported,
    int heapMegabytes,
    String adminUsername,
    String adminPassword,
    Map<String, String> environment) {

  @Override
  public String toString() {
    return "KeycloakOptions[port=%s, database=%s, providers=%s]"
        .formatted(port, database, providerJars);
  }

  /** Collects options, then {@link #start} starts the server. */
  public static final class Builder {
    private final KeycloakDistribution distribution;
    private List<Path> providerJars = List.of();
    private Optional<Integer> port = Optional.empty();
    private boolean clustered;
    private KeycloakDatabase database = new KeycloakDatabase.H2File();
    private Optional<Path> dataDirectory = Optional.empty();
    private Optional<Path> log = Optional.empty();
    private Optional<Path> imported = Optional.empty();
    private int heapMegabytes = 512;
    private String adminUsername = "admin";
    private String adminPassword = randomPassword();
    private final Map<String, String> environment = new HashMap<>();

    Builder(KeycloakDistribution distribution) {
      this.distribution = distribution;
    }

    /** Sets the extensions to run with; none by default. */
    public Builder providers(Path... jars) {
      providerJars = List.of(jars);
      return this;
    }

    /** Sets where to listen on 127.0.0.1; a free port by default. */
    public Builder port(int chosen) {
      port = Optional.of(chosen);
      return this;
    }

    /** Forms a cluster with the other clustered servers of its database; alone by default. */
    public Builder clustered() {
      clustered = true;
      return this;
    }

    /** Sets where data goes; a file of its own by default. */
    public Builder database(KeycloakDatabase chosen) {
      database = chosen;
      return this;
    }

    /** Keeps the data directory here, for a later start; by default it is removed at the end. */
    public Builder dataDirectory(Path chosen) {
      dataDirectory = Optional.of(chosen);
      return this;
    }

    /** Appends the log here and keeps it; by default it is removed at the end. */
    public Builder log(Path chosen) {
      log = Optional.of(chosen);
      return this;
    }

    /** Imports this folder of Keycloak's own export before it starts; none by default. */
    public Builder importing(Path directory) {
      imported = Optional.of(directory);
      return this;
    }

    /** Sets the largest heap; 512 MB by default. */
    public Builder heapMegabytes(int chosen) {
      heapMegabytes = chosen;
      return this;
    }

    /**
     * Sets the master realm's administrator, whom the first start with a database creates; by
     * default {@code admin} with a random password.
     */
    public Builder admin(String username, String password) {
      adminUsername = username;
      adminPassword = password;
      return this;
    }

    /** Sets an environment variable for the server, such as {@code KC_LOG_LEVEL}. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /**
     * Lets a user log in again at once. Otherwise Keycloak's brute force protection turns away a
     * second login until a thread of its own has noted that the first one succeeded.
     */
    public Builder allowingLoginsThatFollowAtOnce() {
      return environment(
          "KC_SPI_BRUTE_FORCE_PROTECTOR__DEFAULT_BRUTE_FORCE_DETECTOR__ALLOW_CONCURRENT_REQUESTS",
          "true");
    }

    /** Builds Keycloak if needed, starts it and blocks until it answers. */
    public KeycloakServer start() {
      return KeycloakServer.start(
          new KeycloakOptions(
              distribution,
              providerJars,
              port,
              clustered,
              database,
              dataDirectory,
              log,
              imported,
              heapMegabytes,
              adminUsername,
              adminPassword,
              Map.copyOf(environment)));
    }

    private static String randomPassword() {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      return HexFormat.of().formatHex(random);
    }
  }
}
