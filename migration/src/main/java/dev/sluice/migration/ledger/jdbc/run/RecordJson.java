package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.user.UserRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A user as text that both databases hold to the letter, NUL and half surrogate pairs included. */
final class RecordJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private RecordJson() {}

  static String of(UserRecord user) {
    return JSON.writeValueAsString(user);
  }

  static UserRecord read(String text) {
    try {
      return JSON.readValue(text, UserRecord.class);
    } catch (JacksonException unreadable) {
      throw new LedgerException(
          "A user that a run had deferred cannot be read: something else has written to the"
              + " ledger.",
          unreadable);
    }
  }
}
