package dev.sluice.keycloak.load.user;

import java.util.Optional;

/**
 * The settings that all users of a batch share.
 *
 * @param link the component that users without a password are linked to
 * @param groups the groups that the users name
 */
public record WritePlan(String realmId, Optional<String> link, GroupIds groups) {}
