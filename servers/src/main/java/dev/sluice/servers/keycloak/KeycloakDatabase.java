package dev.sluice.servers.keycloak;

import java.util.List;
import java.util.Map;

/** Where a Keycloak keeps its data. */
public sealed interface KeycloakDatabase {
  /** A file in Keycloak's data directory: for demos and small tests, slow with many users. */
  record H2File() implements KeycloakDatabase {}

  /**
   * A database that exists, such as one that {@link
   * dev.sluice.servers.postgres.PostgresServer#createDatabase} creates.
   */
  record Postgres(String jdbcUrl, String user, String password) implements KeycloakDatabase {
    @Override
    public String toString() {
      return "Postgres[" + jdbcUrl + ", " + user + "]";
    }
  }

  /**
   * A database that exists, such as one that {@link
   * dev.sluice.servers.mariadb.MariaDbServer#createDatabase} creates.
   */
  record MariaDb(String jdbcUrl, String user, String password) implements KeycloakDatabase {
    @Override
    public String toString() {
      return "MariaDb[" + jdbcUrl + ", " + user + "]";
    }
  }

  /** Returns what {@code kc.sh build} must know. */
  default List<String> buildOptions() {
    return switch (this) {
      case H2File _ -> List.of("--db=dev-file");
      case Postgres _ -> List.of("--db=postgres");
      case MariaDb _ -> List.of("--db=mariadb");
    };
  }

  /** Returns what the started server must know. */
  default Map<String, String> environment() {
    return switch (this) {
      case H2File _ -> Map.of();
      case Postgres p -> environment(p.jdbcUrl(), p.user(), p.password());
      case MariaDb m -> environment(m.jdbcUrl(), m.user(), m.password());
    };
  }

  private static Map<String, String> environment(String jdbcUrl, String user, String password) {
    return Map.of("KC_DB_URL", jdbcUrl, "KC_DB_USERNAME", user, "KC_DB_PASSWORD", password);
  }
}
