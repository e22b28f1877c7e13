package dev.sluice.contracts.fusionauth.wire;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * FusionAuth's own description of its API (OpenAPI), against which calls and answers are checked.
 */
public final class Description implements Watch {
  private static final String FILE = "shared/specs/fusionauth.json";

  private static final String PLACE = "https://sluice.example/fusionauth";

  private static volatile boolean reported;

  private final ObjectNode openApi;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Description(ObjectNode openApi) {
    this.openApi = openApi;
    String text = openApi.toString();
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(),
            builder ->
                builder
                    .schemas(Map.of(PLACE, text))
                    // The fake itself refuses ids that are no UUIDs, in the vendor's words.
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(false).build()));
  }

  /**
   * Returns the description where it is present beside the project; otherwise nothing is compared.
   */
  public static Watch find() {
    Optional<Path> file = above(Path.of(System.getProperty("sluice.root", "..")));
    if (file.isEmpty()) {
      tellOnce();
      return Watch.blind();
    }
    return new Description(Strictness.of(read(file.get())));
  }

  private static Optional<Path> above(Path start) {
    Path place = start.toAbsolutePath().normalize();
    while (place != null) {
      Path file = place.resolve(FILE);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      place = place.getParent();
    }
    return Optional.empty();
  }

  private static void tellOnce() {
    if (!reported) {
      reported = true;
      System.err.println(
          "Skipped: FusionAuth's requests and answers are not held against the vendor's"
              + " description, because there is no ../"
              + FILE);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> problems(Call call) {
    return operation(call)
        .map(operation ->
            Stream.concat(
                    unknownParameters(call, operation),
                    fit(pointer(operation, "requestBody"), call.body()))
                .toList())
        .orElseGet(List::of);
  }

  @Override
  public List<String> problems(Call call, Reply reply) {
    Optional<String> operation = operation(call);
    if (operation.isEmpty() || reply.body().isMissingNode()) {
      return List.of();
    }
    String status = "responses/" + reply.status();
    String described =
        openApi.at(operation.get() + "/" + status).isMissingNode() ? "responses/default" : status;
    return fit(pointer(operation.get(), described), reply.body()).toList();
  }

  private static String pointer(String operation, String part) {
    return operation + "/" + part + "/content/application~1json/schema";
  }

  /** Returns the place of the call in the description; empty where it is not described. */
  private Optional<String> operation(Call call) {
    return openApi.path("paths").propertyNames().stream()
        .filter(path -> matches(path, call.segments()))
        .sorted(Comparator.comparing(path -> path.contains("{")))
        .map(path -> "/paths/" + escape(path) + "/" + call.method().toLowerCase(Locale.ROOT))
        .filter(pointer -> !openApi.at(pointer).isMissingNode())
        .findFirst();
  }

  private static boolean matches(String path, List<String> segments) {
    List<String> wanted = List.of(path.substring("/api/".length()).split("/", -1));
    return wanted.size() == segments.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> wanted.get(i).startsWith("{") || wanted.get(i).equals(segments.get(i)));
  }

  private static String escape(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private Stream<String> unknownParameters(Call call, String operation) {
    List<String> known =
        openApi
            .at(operation + "/parameters")
            .valueStream()
            .map(parameter -> parameter.path("name").asString(""))
            .toList();
    return call.query().keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> "the parameter \"" + name + "\" is not described");
  }

  private Stream<String> fit(String pointer, JsonNode body) {
    String type = openApi.at(pointer).path("$ref").asString("");
    if (type.isEmpty() || body.isMissingNode()) {
      return Stream.empty();
    }
    Schema schema =
        schemas.computeIfAbsent(type, at -> registry.getSchema(SchemaLocation.of(PLACE + at)));
    return schema.validate(body).stream().map(Object::toString);
  }
}
