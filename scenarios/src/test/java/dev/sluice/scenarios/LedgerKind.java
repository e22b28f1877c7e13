package dev.sluice.scenarios;

import java.nio.file.Path;

/** The ledgers that every scenario is tried on. */
enum LedgerKind {
  SQLITE {
    @Override
    String url(Path directory) {
      return "jdbc:sqlite:" + directory.resolve("ledger.db");
    }
  },
  POSTGRESQL {
    @Override
    String url(Path directory) {
      return Place.shared().postgres().createDatabase(Place.freshName("ledger"))
          + "?user="
          + Place.shared().postgres().user()
          + "&password="
          + Place.shared().postgres().password();
    }
  };

  /** A ledger that nobody has used. */
  abstract String url(Path directory);
}
