package dev.sluice.keycloak.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user's groups and their roles, the most important group first.
 *
 * @param groups their names
 * @param arns the AWS roles of the groups that have one
 * @param preferred the role of the most important group; empty if two of equal importance have
 *     different ones, as in Cognito
 */
record Roles(List<String> groups, List<String> arns, Optional<String> preferred) {
  private static final String NONE = "";

  /**
   * A group of the user's.
   *
   * @param precedence a number, the lower the more important; those without come last
   */
  record Group(String name, @Nullable String precedence, @Nullable String roleArn) {
    private long rank() {
      return precedence != null && precedence.matches("\\d{1,18}")
          ? Long.parseLong(precedence)
          : Long.MAX_VALUE;
    }

    private String role() {
      return roleArn == null ? NONE : roleArn;
    }
  }

  static Roles of(List<Group> groups) {
    List<Group> sorted =
        groups.stream()
            .sorted(Comparator.comparingLong(Group::rank).thenComparing(Group::name))
            .toList();
    List<Group> withRole = sorted.stream().filter(group -> !group.role().isEmpty()).toList();
    return new Roles(
        sorted.stream().map(Group::name).distinct().toList(),
        arns(withRole.stream()),
        preferred(withRole));
  }

  private static Optional<String> preferred(List<Group> withRole) {
    List<String> first =
        arns(withRole.stream().filter(group -> group.rank() == withRole.get(0).rank()));
    return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
  }

  private static List<String> arns(Stream<Group> groups) {
    return groups.map(Group::role).distinct().toList();
  }
}
