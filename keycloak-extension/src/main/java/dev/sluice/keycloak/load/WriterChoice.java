package dev.sluice.keycloak.load;

import dev.sluice.keycloak.load.copy.CopyGuard;
import dev.sluice.keycloak.load.copy.CopySupport;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Chooses the fastest writer that this Keycloak and its database support. A writer that failed is
 * not tried again until Keycloak restarts.
 */
final class WriterChoice {
  private static final Logger LOG = Logger.getLogger(WriterChoice.class);

  private final WriterKind fastest;
  private final Map<WriterKind, String> givenUp = new EnumMap<>(WriterKind.class);
  private CopySupport.@Nullable Possible copy;

  /**
   * @param fastest the fastest writer that may be used
   */
  WriterChoice(WriterKind fastest) {
    this.fastest = fastest;
  }

  /**
   * A chosen writer.
   *
   * @param why the reason that it is not the fastest of all; null if it is
   * @param copy what COPY needs to know; null if it is not used
   */
  record Chosen(WriterKind kind, @Nullable String why, CopySupport.@Nullable Possible copy) {}

  /**
   * Returns the writer to use; checks the database on first use.
   *
   * @param asked the fastest writer that may be used
   */
  synchronized Chosen choose(KeycloakSessionFactory factory, WriterKind asked) {
    WriterKind kind = asked.orSlower(fastest);
    if (kind == WriterKind.COPY && copy == null && !givenUp.containsKey(kind)) {
      look(factory);
    }
    String why = kind == WriterKind.COPY ? null : reason(kind, asked);
    while (givenUp.containsKey(kind)) {
      why = givenUp.get(kind);
      kind = kind.nextSlower().orElseThrow();
    }
    return new Chosen(kind, why, kind == WriterKind.COPY ? copy : null);
  }

  private static String reason(WriterKind kind, WriterKind asked) {
    return kind == asked
        ? "the request asks for it"
        : "the option \"writer\" of Sluice's extension in Keycloak sets it";
  }

  private void look(KeycloakSessionFactory factory) {
    CopySupport look = KeycloakModelUtils.runJobInTransactionWithResult(factory, CopyGuard::look);
    if (look instanceof CopySupport.Possible possible) {
      copy = possible;
    } else if (look instanceof CopySupport.Impossible impossible) {
      giveUp(WriterKind.COPY, impossible.why());
    }
  }

  /**
   * Switches to a slower writer for good.
   *
   * @return false if there is none slower
   */
  synchronized boolean giveUp(WriterKind failed, String problem) {
    Optional<WriterKind> slower = failed.nextSlower();
    if (slower.isPresent() && givenUp.putIfAbsent(failed, problem) == null) {
      LOG.warnf(
          "Writing users with \"%s\" instead of the faster \"%s\": %s",
          slower.get().word(), failed.word(), problem);
    }
    return slower.isPresent();
  }
}
