package dev.sluice.keycloak.readback;

import java.util.List;

/** Those of the users asked for whom the realm has, in no order. */
public record ReadAnswer(List<StoredUser> users) {}
