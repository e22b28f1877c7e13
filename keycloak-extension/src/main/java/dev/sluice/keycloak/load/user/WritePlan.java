package dev.sluice.keycloak.load.user;

import java.util.Map;
import java.util.Optional;

/**
 * The settings that all users of a batch share.
 *
 * @param link the component that users without a password are linked to
 * @param groups maps a group's name in the users to its id
 */
public record WritePlan(String realmId, Optional<String> link, Map<String, String> groups) {}
