package dev.sluice.targets.http;

import java.net.URI;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Who is called, in the words that messages need.
 *
 * @param name such as {@code Keycloak}
 * @param url its address, without a slash at the end
 * @param urlOption where that address is set, such as {@code target.keycloak.url}
 * @param readyPath a path that answers once the vendor is ready
 * @param complaint what the body of a refusal says is wrong, for a person; empty where it says
 *     nothing
 */
public record Vendor(
    String name,
    URI url,
    String urlOption,
    String readyPath,
    Function<JsonNode, String> complaint) {}
