package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.targets.fusionauth.api.FusionAuthErrors;
import dev.sluice.targets.fusionauth.api.FusionAuthErrors.FieldError;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.List;

/** Explains why FusionAuth does not take a user, and what to do. */
final class Refusals {
  private Refusals() {}

  static String noUuid(String id) {
    return "FusionAuth's ids are UUIDs, and \""
        + id
        + "\" is none. A sub cannot be changed; let this user sign up again, and leave the old"
        + " account behind.";
  }

  static String tooLarge() {
    return "The user alone exceeds what FusionAuth, or a proxy before it, takes in one request."
        + " Drop its longest attributes under mapping.attributes, or raise that limit.";
  }

  static String refused(ImportUser user, Answer answer) {
    return answer.refusal() + ". " + remedy(user, FusionAuthErrors.read(answer.body()).errors());
  }

  /** Tells whether it is because another user of the tenant has one of the logins. */
  static boolean isOfALogin(Answer answer) {
    return FusionAuthErrors.read(answer.body()).errors().stream()
        .anyMatch(error -> error.isDuplicate() && !error.isAbout("id"));
  }

  private static String remedy(ImportUser user, List<FieldError> errors) {
    List<FieldError> taken = errors.stream().filter(FieldError::isDuplicate).toList();
    if (taken.stream().anyMatch(error -> error.isAbout("id"))) {
      return "Another tenant of this FusionAuth has a user with this id, and ids are unique"
          + " across all tenants: remove that user there.";
    }
    return taken.isEmpty()
        ? "Correct the user "
            + user.id()
            + " in the pool or under mapping, then retry rejected users."
        : "In a FusionAuth tenant, email addresses and usernames are unique. Rename or remove one"
            + " of the two users, or leave one behind.";
  }

  static String group(String name, Answer answer) {
    return answer.refusal()
        + ". FusionAuth does not accept the group name \""
        + name
        + "\": rename the group under mapping.groups, or remove the user from it in the pool.";
  }

  static String givesRoles(String name) {
    return "The group \""
        + name
        + "\" of the tenant gives its members roles, and Sluice did not create it: choose another"
        + " name for the pool's group under mapping.groups, or take the roles from the tenant's.";
  }

  static String link(ExternalIdentity identity, Answer answer) {
    return answer.refusal()
        + ". Link the account at "
        + identity.provider()
        + " manually, and unlink it in the pool.";
  }

  static String failsAlone(TroubleException trouble) {
    return "FusionAuth takes other users and fails on this one only: "
        + trouble.problem()
        + " See its event log under System > Event log.";
  }

  static String noProvider(ExternalIdentity identity) {
    return "FusionAuth has no identity provider for \""
        + identity.provider()
        + "\" ("
        + identity.type()
        + "), so the account there cannot be linked. Run `sluice provision --execute`, or create"
        + " the provider under Settings > Identity Providers.";
  }

  static String accountOfOther(ExternalIdentity identity, String owner) {
    return "The account at "
        + identity.provider()
        + " already logs in user "
        + owner
        + ": unlink it there, or remove one of the two.";
  }
}
