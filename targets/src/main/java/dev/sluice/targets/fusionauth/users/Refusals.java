package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.targets.fusionauth.api.FusionAuthErrors;
import dev.sluice.targets.fusionauth.api.FusionAuthErrors.FieldError;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.List;

/** Why FusionAuth does not take a user, and what to do; for a person. */
final class Refusals {
  private Refusals() {}

  static String noUuid(String id) {
    return "FusionAuth's ids are UUIDs, and \""
        + id
        + "\" is none. Nothing can be done about a sub; let this user sign up anew, and leave the"
        + " old account behind.";
  }

  static String tooLarge() {
    return "The user alone is more than FusionAuth, or a proxy before it, takes in one request."
        + " Drop its longest attributes under mapping.attributes, or raise that limit.";
  }

  static String refused(ImportUser user, Answer answer) {
    return answer.refusal() + ". " + remedy(user, FusionAuthErrors.read(answer.body()).errors());
  }

  private static String remedy(ImportUser user, List<FieldError> errors) {
    List<FieldError> taken = errors.stream().filter(FieldError::isDuplicate).toList();
    if (taken.stream().anyMatch(error -> error.isAbout("id"))) {
      return "Another tenant of this FusionAuth has a user with this id, and ids are unique over"
          + " all tenants: remove that user there.";
    }
    return taken.isEmpty()
        ? "Correct the user "
            + user.id()
            + " in the pool or under mapping, then let sluice try rejected users again."
        : "In a tenant of FusionAuth everybody has an email address and a username of their own."
            + " Rename or remove one of the two, or leave one behind.";
  }

  static String group(String name, Answer answer) {
    return answer.refusal()
        + ". FusionAuth does not take a group of the name \""
        + name
        + "\": give it another one under mapping.groups, or take the user out of it in the pool.";
  }

  static String link(ExternalIdentity identity, Answer answer) {
    return answer.refusal()
        + ". Link the account at "
        + identity.provider()
        + " by hand, and unlink it in the pool.";
  }

  static String failsAlone(TroubleException trouble) {
    return "FusionAuth takes other users and fails on this one alone: "
        + trouble.problem()
        + " Its event log, under System > Event log, says why.";
  }

  static String noProvider(ExternalIdentity identity) {
    return "FusionAuth has no identity provider for \""
        + identity.provider()
        + "\" ("
        + identity.type()
        + "), so that the account there cannot be linked. Run `sluice provision --execute`, or make"
        + " the provider under Settings > Identity Providers.";
  }

  static String accountOfOther(ExternalIdentity identity, String owner) {
    return "The account at "
        + identity.provider()
        + " lets user "
        + owner
        + " in already: unlink it there, or remove one of the two.";
  }
}
