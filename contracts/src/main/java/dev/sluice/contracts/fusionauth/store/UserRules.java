package dev.sluice.contracts.fusionauth.store;

import dev.sluice.contracts.fusionauth.wire.Errors;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What FusionAuth requires of a user. */
public final class UserRules {
  private static final int LONGEST = 191;

  private final Store store;

  public UserRules(Store store) {
    this.store = store;
  }

  /**
   * Returns what is wrong with a user of this tenant, with the errors' fields named by {@code
   * name}.
   */
  public Errors problems(JsonNode user, String tenant, Function<String, String> name) {
    Errors errors = new Errors();
    collect(user, tenant, name, errors);
    return errors;
  }

  /** Adds what {@link #problems} finds to what is wrong already. */
  public void collect(JsonNode user, String tenant, Function<String, String> name, Errors errors) {
    String id = user.path("id").asString("");
    if (Stream.of("email", "username", "phoneNumber")
        .allMatch(field -> user.path(field).asString("").isBlank())) {
      errors.missing(name.apply("email"));
    }
    for (String field : new String[] {"email", "username", "phoneNumber"}) {
      String value = user.path(field).asString("");
      Optional<Person> owner =
          value.isEmpty() ? Optional.empty() : store.people.byLogin(tenant, value);
      if (owner.filter(other -> !other.id().equalsIgnoreCase(id)).isPresent()) {
        errors.duplicate(name.apply(field), "User", field, value);
      }
      if (value.length() > LONGEST) {
        errors.invalid(name.apply(field), value);
      }
    }
    refuseUnknownApplications(user, name, errors);
  }

  private void refuseUnknownApplications(
      JsonNode user, Function<String, String> name, Errors errors) {
    for (JsonNode registration : user.path("registrations")) {
      String application = registration.path("applicationId").asString("");
      Optional<ObjectNode> found = store.applications.find(application);
      if (found.isEmpty()) {
        errors.invalid(name.apply("registrations.applicationId"), application);
      }
      found.ifPresent(there ->
          registration
              .path("roles")
              .valueStream()
              .map(role -> role.asString(""))
              .filter(role ->
                  there
                      .path("roles")
                      .valueStream()
                      .noneMatch(known -> known.path("name").asString("").equals(role)))
              .forEach(role -> errors.invalid(name.apply("registrations.roles"), role)));
    }
  }

  /** Returns whether the tenant has every group that the user is in. */
  public boolean groupsAreThere(JsonNode user, String tenant) {
    return user.path("memberships")
        .valueStream()
        .map(each -> store.groups.find(each.path("groupId").asString("")))
        .allMatch(group ->
            group.filter(it -> it.path("tenantId").asString(tenant).equals(tenant)).isPresent());
  }

  /**
   * Returns whether the address of the picture is one; otherwise no user can be created from the
   * JSON.
   */
  public static boolean isReadable(JsonNode user) {
    try {
      new URI(user.path("imageUrl").asString(""));
      return true;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /** Returns the user as it is stored. */
  public static ObjectNode completed(ObjectNode user, String id, String tenant) {
    ObjectNode stored = user.deepCopy();
    long now = System.currentTimeMillis();
    stored.put("id", id);
    stored.put("tenantId", tenant);
    String email = stored.path("email").asString("");
    if (!email.isEmpty()) {
      stored.put("email", email.toLowerCase(Locale.ROOT));
    }
    fill(stored, "insertInstant", now);
    stored.put("lastUpdateInstant", now);
    fill(stored, "active", false);
    fill(stored, "verified", false);
    stored.path("registrations").forEach(each -> completeRegistration((ObjectNode) each, now));
    stored.path("memberships").forEach(each -> fill((ObjectNode) each, "id", Ids.fresh()));
    return stored;
  }

  public static void completeRegistration(ObjectNode registration, long now) {
    fill(registration, "id", Ids.fresh());
    fill(registration, "insertInstant", now);
    fill(registration, "verified", false);
  }

  private static void fill(ObjectNode object, String name, String value) {
    if (!object.has(name)) {
      object.put(name, value);
    }
  }

  private static void fill(ObjectNode object, String name, long value) {
    if (!object.has(name)) {
      object.put(name, value);
    }
  }

  private static void fill(ObjectNode object, String name, boolean value) {
    if (!object.has(name)) {
      object.put(name, value);
    }
  }
}
