package dev.sluice.migration.verify;

import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.RequiredAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a user at the target with what it should be, field by field. Attributes and groups that
 * the source does not decide about are the target's own, and no difference.
 */
final class FieldComparison {
  private final SourceNames names;
  private final boolean keepsCreationTime;

  /**
   * @param names with groups as the target calls them
   * @param keepsCreationTime whether the target does
   */
  FieldComparison(SourceNames names, boolean keepsCreationTime) {
    this.names = names;
    this.keepsCreationTime = keepsCreationTime;
  }

  List<FieldDifference> of(StoredUser wanted, StoredUser found) {
    List<FieldDifference> all = new ArrayList<>();
    text(all, "username", wanted.username(), found.username());
    flag(all, "enabled", wanted.enabled(), found.enabled());
    addresses(all, wanted, found);
    text(all, "givenName", wanted.givenName(), found.givenName());
    text(all, "familyName", wanted.familyName(), found.familyName());
    if (keepsCreationTime) {
      text(all, "createdAt", wanted.createdAt().toString(), found.createdAt().toString());
    }
    attributes(all, wanted.attributes(), found.attributes());
    set(all, "groups", wanted.groups(), ofTheSource(wanted.groups(), found.groups()));
    set(all, "links", wanted.links(), found.links());
    obligations(all, wanted.obligations(), found.obligations());
    return all;
  }

  private static void addresses(List<FieldDifference> all, StoredUser wanted, StoredUser found) {
    address(all, "email", wanted.email(), found.email(), found.emailVerified());
    flag(all, "emailVerified", wanted.emailVerified(), found.emailVerified());
    address(
        all, "phoneNumber", wanted.phoneNumber(), found.phoneNumber(), found.phoneNumberVerified());
    flag(all, "phoneNumberVerified", wanted.phoneNumberVerified(), found.phoneNumberVerified());
  }

  /**
   * Compares an address; an address that only the target has, and has as verified, counts as more
   * trusted.
   */
  private static void address(
      List<FieldDifference> all,
      String field,
      @Nullable String wanted,
      @Nullable String found,
      boolean verified) {
    if (!Objects.equals(wanted, found)) {
      all.add(new FieldDifference(field, wanted, found, verified && found != null));
    }
  }

  private static void flag(List<FieldDifference> all, String field, boolean wanted, boolean found) {
    if (wanted != found) {
      all.add(new FieldDifference(field, String.valueOf(wanted), String.valueOf(found), found));
    }
  }

  private static void text(
      List<FieldDifference> all, String field, @Nullable String wanted, @Nullable String found) {
    if (!Objects.equals(wanted, found)) {
      all.add(FieldDifference.of(field, wanted, found));
    }
  }

  private void attributes(
      List<FieldDifference> all,
      Map<String, List<String>> wanted,
      Map<String, List<String>> found) {
    Set<String> compared = new TreeSet<>(wanted.keySet());
    compared.addAll(names.attributes());
    for (String name : compared) {
      List<String> should = sorted(wanted.getOrDefault(name, List.of()));
      List<String> is = sorted(found.getOrDefault(name, List.of()));
      if (!should.equals(is)) {
        all.add(FieldDifference.of("attribute " + name, shown(should), shown(is)));
      }
    }
  }

  /** Sorts values, because targets keep several values of one attribute in no order. */
  private static List<String> sorted(List<String> values) {
    return values.stream().sorted().toList();
  }

  private static @Nullable String shown(List<String> values) {
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.getFirst();
      default -> values.toString();
    };
  }

  private Set<String> ofTheSource(Set<String> wanted, Set<String> found) {
    return found.stream()
        .filter(group -> wanted.contains(group) || names.groups().contains(group))
        .collect(Collectors.toSet());
  }

  private static void set(List<FieldDifference> all, String field, Set<?> wanted, Set<?> found) {
    if (!wanted.equals(found)) {
      all.add(FieldDifference.of(field, sorted(wanted), sorted(found)));
    }
  }

  /**
   * Compares required actions. The target may require more of a user; only the source decides about
   * verifying the email address.
   */
  private static void obligations(
      List<FieldDifference> all, Set<RequiredAction> wanted, Set<RequiredAction> found) {
    boolean lacking = !found.containsAll(wanted);
    boolean asksToVerify =
        found.contains(RequiredAction.VERIFY_EMAIL)
            && !wanted.contains(RequiredAction.VERIFY_EMAIL);
    if (lacking || asksToVerify) {
      all.add(new FieldDifference("obligations", sorted(wanted), sorted(found), lacking));
    }
  }

  private static @Nullable String sorted(Set<?> values) {
    return values.isEmpty()
        ? null
        : values.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }
}
