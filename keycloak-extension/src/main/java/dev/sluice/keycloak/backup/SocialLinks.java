package dev.sluice.keycloak.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A user's accounts at other providers. Keycloak shows only those of providers that the realm has;
 * imported users may have others, which wait until their provider is created.
 */
final class SocialLinks {
  private SocialLinks() {}

  static void addMissing(UserRepresentation user, UserEntity row) {
    var links =
        new ArrayList<>(
            Objects.requireNonNullElse(
                user.getFederatedIdentities(), List.<FederatedIdentityRepresentation>of()));
    for (FederatedIdentityEntity stored : row.getFederatedIdentities()) {
      boolean shown =
          links.stream()
              .anyMatch(link -> link.getIdentityProvider().equals(stored.getIdentityProvider()));
      if (!shown) {
        links.add(link(stored));
      }
    }
    if (!links.isEmpty()) {
      user.setFederatedIdentities(links);
    }
  }

  private static FederatedIdentityRepresentation link(FederatedIdentityEntity stored) {
    var link = new FederatedIdentityRepresentation();
    link.setIdentityProvider(stored.getIdentityProvider());
    link.setUserId(stored.getUserId());
    link.setUserName(stored.getUserName());
    return link;
  }
}
