package dev.sluice.keycloak.wire;

import org.keycloak.models.UserModel.RequiredAction;

/** What a user must do at the next login. */
public enum PlannedAction {
  /** Choose a new password. */
  NEW_PASSWORD(RequiredAction.UPDATE_PASSWORD),
  /** Set up a second factor. */
  SECOND_FACTOR(RequiredAction.CONFIGURE_TOTP),
  /** Prove the email address. */
  VERIFY_EMAIL(RequiredAction.VERIFY_EMAIL);

  private final RequiredAction action;

  PlannedAction(RequiredAction action) {
    this.action = action;
  }

  /** Returns Keycloak's name for it. */
  public String requiredAction() {
    return action.name();
  }
}
