package dev.sluice.keycloak.login.taken;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * Keycloak's own user profile, through which every page and API passes on which users set their
 * username or email. It adds {@link TakenLoginValidator} to all but the administrators' API. It
 * keeps the id, because realms store their profile under it.
 */
public final class GuardedProfileFactory extends DeclarativeUserProfileProviderFactory {

  @Override
  protected UserProfileMetadata configureUserProfile(UserProfileMetadata metadata) {
    if (metadata.getContext() != UserProfileContext.USER_API
        && !metadata.getContext().name().equals("SCIM")) {
      Stream.of(UserModel.USERNAME, UserModel.EMAIL)
          .flatMap(name -> metadata.getAttribute(name).stream())
          .forEach(attribute ->
              attribute.addValidators(
                  List.of(new AttributeValidatorMetadata(TakenLoginValidator.ID))));
    }
    return super.configureUserProfile(metadata);
  }

  /** Comes before Keycloak's own. */
  @Override
  public int order() {
    return super.order() + 1;
  }
}
