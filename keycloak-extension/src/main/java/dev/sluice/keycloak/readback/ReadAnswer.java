package dev.sluice.keycloak.readback;

import java.util.List;

/** The requested users that the realm has, in no particular order. */
public record ReadAnswer(List<StoredUser> users) {}
