package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Compares whom an answer is about with whom the gateway was asked about. */
final class ProvenOwner {
  private static final Logger LOG = Logger.getLogger(ProvenOwner.class);
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private ProvenOwner() {}

  /**
   * Returns the verdict, or none if it proves the password of another user than the one asked
   * about.
   */
  static Verdict check(Verdict verdict, String askedAbout) {
    Optional<Optional<PlannedUser>> proven = proven(verdict);
    if (proven.isEmpty()) {
      return verdict;
    }
    String about = proven.get().map(PlannedUser::id).orElse("nobody");
    if (about.equals(askedAbout)) {
      return verdict;
    }
    if (TOLD.compareAndSet(false, true)) {
      LOG.errorf(
          "The gateway was asked about the user %s and proved the password of %s: such answers are"
              + " not trusted. Check whether the gateway's address is that of Sluice, and whether"
              + " something between the two changes answers. This is logged once.",
          askedAbout, about);
    }
    return new Verdict.None("the gateway's answer is about another user", 60);
  }

  /** Returns the user of a proven password; empty if none was proven. */
  private static Optional<Optional<PlannedUser>> proven(Verdict verdict) {
    if (verdict instanceof Verdict.Proven proven) {
      return Optional.of(proven.user());
    }
    return verdict instanceof Verdict.FactorOwed owed ? Optional.of(owed.user()) : Optional.empty();
  }
}
