package dev.sluice.keycloak.login.taken;

import dev.sluice.keycloak.gateway.LoginAvailability;
import dev.sluice.keycloak.login.AliasOwner;
import dev.sluice.keycloak.login.SluiceStorageProviderFactory;
import dev.sluice.keycloak.settings.MigrationMode;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds out whether a login belongs to a user that has not moved yet. */
public final class TakenLogin {
  private static final String ASKED = "sluice.availability.";

  private TakenLogin() {}

  /**
   * Asks about a login that somebody wants to have here, once in a request. A login that is left
   * out is free, and so is every login in a realm that asks no gateway.
   */
  public static LoginAvailability ask(
      KeycloakSession session, RealmModel realm, @Nullable String login) {
    if (login == null || login.isBlank()) {
      return LoginAvailability.FREE;
    }
    Optional<? extends ComponentModel> component =
        SluiceComponent.find(realm).filter(found -> MigrationMode.of(found).asksTheGateway());
    if (component.isEmpty()) {
      return LoginAvailability.FREE;
    }
    if (AliasOwner.find(session, realm, login).isPresent()) {
      return LoginAvailability.TAKEN;
    }
    String asked = ASKED + login.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(session.getAttribute(asked, LoginAvailability.class))
        .orElseGet(() -> {
          LoginAvailability answer =
              SluiceStorageProviderFactory.of(session).availability(component.get(), login);
          session.setAttribute(asked, answer);
          return answer;
        });
  }
}
