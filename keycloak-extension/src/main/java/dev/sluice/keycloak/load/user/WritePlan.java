package dev.sluice.keycloak.load.user;

import java.util.Map;
import java.util.Optional;

/**
 * What is the same for all users of a batch.
 *
 * @param link the component that users without a password are linked to
 * @param groups from a group as the users name it to its id
 */
public record WritePlan(String realmId, Optional<String> link, Map<String, String> groups) {}
