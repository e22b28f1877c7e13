package dev.sluice.scenarios;

import java.net.URI;
import java.util.Optional;

/** How to reach a user pool, be it ours to rehearse on or a stand-in that others wrote. */
record Pool(
    URI endpoint,
    String region,
    String userPoolId,
    String clientId,
    Optional<String> clientSecret) {}
