package dev.sluice.migration.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** Ledgers on a PostgreSQL server, which many machines share. */
final class Postgresql {
  private static final int CONNECTIONS = 10;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

  private Postgresql() {}

  static Database open(Place place) {
    DataSource source = source(place);
    Schema.bringUpToDate(place, source);
    HikariDataSource pool = pool(source);
    Jdbi jdbi = Jdbi.create(pool);
    return new Database(place, jdbi, jdbi, pool::close);
  }

  static Database openToRead(Place place) {
    PGSimpleDataSource source = source(place);
    source.setReadOnly(true);
    Schema.requireUpToDate(place, source);
    Jdbi jdbi = Jdbi.create(source);
    return new Database(place, jdbi, jdbi, () -> {});
  }

  static PGSimpleDataSource source(Place place) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(place.url());
    } catch (IllegalArgumentException invalid) {
      throw new LedgerException(
          "\"" + place + "\" is no address: write jdbc:postgresql://HOST:PORT/DATABASE.");
    }
    source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
    source.setTcpKeepAlive(true);
    source.setApplicationName("sluice");
    return source;
  }

  private static HikariDataSource pool(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return new HikariDataSource(config);
  }
}
