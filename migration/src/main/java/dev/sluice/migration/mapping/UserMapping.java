package dev.sluice.migration.mapping;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.user.Fingerprint;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.GroupPath;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.mapping.AttributeMapping.AttributeCollision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a user as read into a user as planned. A planned user is never more trusted than the user
 * it was made from: disabled stays disabled, unverified stays unverified.
 *
 * @param groups from a group's name at the source to its path at the target; the default keeps the
 *     name
 * @param logins what people type to log in to the pool
 */
public record UserMapping(
    MigrationMode mode,
    AttributeMapping attributes,
    Map<String, String> groups,
    PoolLogins logins) {

  /** Stays among the attributes where not all of it could be read. */
  private static final String IDENTITIES = "identities";

  /** Attributes that have a field of their own in {@link PlannedUser}. */
  private static final Set<String> FIELDS =
      Set.of(
          "sub",
          "email",
          "email_verified",
          "phone_number",
          "phone_number_verified",
          "given_name",
          "family_name");

  /**
   * Names that a target may take for a field. An attribute that users write themselves must not
   * become their verified email address by being renamed.
   */
  private static final Set<String> NOT_FOR_ATTRIBUTES =
      Stream.concat(FIELDS.stream(), Stream.of("username")).collect(Collectors.toUnmodifiableSet());

  public UserMapping {
    groups = Map.copyOf(groups);
  }

  /** Creates the mapping for a pool of which nothing is known yet. */
  public UserMapping(MigrationMode mode, AttributeMapping attributes, Map<String, String> groups) {
    this(mode, attributes, groups, PoolLogins.UNKNOWN);
  }

  /** Returns the same mapping for users who log in like this. */
  public UserMapping of(PoolLogins typed) {
    return new UserMapping(mode, attributes, groups, typed);
  }

  /** Plans a user, or says why it cannot be planned. */
  public Mapped plan(UserRecord user) {
    if (cannotGetIn(user)) {
      return new Rejection(
          user.id(),
          RejectionReason.UNREADABLE_IDENTITIES,
          "The user's identities attribute is not the JSON that Cognito writes; correct it in the"
              + " pool, then retry.");
    }
    try {
      return new Planned(planned(user));
    } catch (AttributeCollision collision) {
      return new Rejection(
          user.id(), RejectionReason.ATTRIBUTES_COLLIDE, String.valueOf(collision.getMessage()));
    }
  }

  /**
   * Returns whether not all accounts at other providers could be read of a user who moves all the
   * same, and so comes without some links.
   */
  public static boolean comesWithoutLinks(UserRecord user) {
    return user.attributes().containsKey(IDENTITIES) && !cannotGetIn(user);
  }

  /** Returns whether the only ways in, a user's accounts elsewhere, could not be read. */
  private static boolean cannotGetIn(UserRecord user) {
    return user.attributes().containsKey(IDENTITIES)
        && user.identities().isEmpty()
        && user.status() == SourceStatus.EXTERNAL_PROVIDER;
  }

  /**
   * Returns the fingerprint of a user, so that a later scan can see a change; attributes that are
   * left out do not count.
   */
  public Fingerprint fingerprint(UserRecord user) {
    Map<String, String> mapped = new HashMap<>(user.attributes());
    mapped.keySet().removeIf(name -> attributes.nameAtTarget(name).isEmpty());
    return Fingerprint.of(user.withAttributes(mapped));
  }

  /**
   * Returns the names at the target of these attributes, without attributes that have a field of
   * their own.
   */
  public List<String> attributeNamesAtTarget(List<String> namesAtSource) {
    return attributes.namesAtTarget(
        namesAtSource.stream().filter(name -> !FIELDS.contains(name)).toList());
  }

  /**
   * Returns the names at the target by the names at the source, for attributes that move and have
   * no field of their own.
   */
  public Map<String, String> attributesAtTarget(List<String> namesAtSource) {
    Map<String, String> names = new HashMap<>();
    for (String name : namesAtSource) {
      if (!FIELDS.contains(name)) {
        attributes.nameAtTarget(name).ifPresent(there -> names.put(name, there));
      }
    }
    return Map.copyOf(names);
  }

  /** Returns a group's path at the target; a slash is no path unless {@code groups} says so. */
  public String groupPath(String name) {
    return groups.getOrDefault(name, GroupPath.of(name));
  }

  private PlannedUser planned(UserRecord user) throws AttributeCollision {
    return new PlannedUser(
        user.id(),
        logins.usernameOf(user),
        user.enabled(),
        user.email(),
        user.email() != null && user.emailVerified(),
        user.phoneNumber(),
        user.phoneNumber() != null && user.phoneNumberVerified(),
        user.attribute("given_name"),
        user.attribute("family_name"),
        attributes.apply(withoutFields(user.attributes()), NOT_FOR_ATTRIBUTES),
        user.groups().stream().map(this::groupPath).distinct().toList(),
        user.identities(),
        firstPassword(user),
        obligations(user),
        user.createdAt());
  }

  private FirstPassword firstPassword(UserRecord user) {
    if (user.status() == SourceStatus.EXTERNAL_PROVIDER) {
      return FirstPassword.NONE;
    }
    return mode.asksForPasswords() ? FirstPassword.AT_FIRST_LOGIN : FirstPassword.MUST_RESET;
  }

  private static Set<RequiredAction> obligations(UserRecord user) {
    boolean unproven =
        user.status() == SourceStatus.UNCONFIRMED && user.email() != null && !user.emailVerified();
    return unproven ? Set.of(RequiredAction.VERIFY_EMAIL) : Set.of();
  }

  private static Map<String, String> withoutFields(Map<String, String> attributes) {
    Map<String, String> rest = new HashMap<>(attributes);
    rest.keySet().removeAll(FIELDS);
    rest.remove(IDENTITIES);
    return rest;
  }
}
