package dev.sluice.targets.http;

import java.net.URI;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The called system, as messages name it.
 *
 * @param name such as {@code Keycloak}
 * @param url its address, without a slash at the end
 * @param urlOption where that address is set, such as {@code target.keycloak.url}
 * @param readyPath a path that answers once the vendor is ready
 * @param complaint reads from the body of a refusal what is wrong; empty if it says nothing
 */
public record Vendor(
    String name,
    URI url,
    String urlOption,
    String readyPath,
    Function<JsonNode, String> complaint) {}
