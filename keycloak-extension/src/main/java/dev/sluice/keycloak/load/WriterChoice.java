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
 * The fastest way to write users that this Keycloak and its database allow. A way that has turned
 * out not to work is not tried again until Keycloak starts anew.
 */
final class WriterChoice {
  private static final Logger LOG = Logger.getLogger(WriterChoice.class);

  private final WriterKind fastest;
  private final Map<WriterKind, String> givenUp = new EnumMap<>(WriterKind.class);
  private CopySupport.@Nullable Possible copy;

  /**
   * @param fastest what may be used at most
   */
  WriterChoice(WriterKind fastest) {
    this.fastest = fastest;
  }

  /**
   * A way to write.
   *
   * @param why why it is not the fastest of all; null when it is
   * @param copy what COPY needs to know; null when that is not the way
   */
  record Chosen(WriterKind kind, @Nullable String why, CopySupport.@Nullable Possible copy) {}

  /**
   * What to write with; looks at the database the first time.
   *
   * @param asked what may be used at most
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
        ? "it was asked for"
        : "the option \"writer\" of Sluice's extension in Keycloak says so";
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
   * From now on another is used.
   *
   * @return false when there is none slower
   */
  synchronized boolean giveUp(WriterKind failed, String problem) {
    Optional<WriterKind> slower = failed.nextSlower();
    if (slower.isPresent() && givenUp.putIfAbsent(failed, problem) == null) {
      LOG.warnf(
          "Users are written by \"%s\" rather than by \"%s\", which is faster: %s",
          slower.get().word(), failed.word(), problem);
    }
    return slower.isPresent();
  }
}
