package dev.sluice.targets.fusionauth;

import dev.sluice.migration.user.ExternalIdentity;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;

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
    FusionAuthErrors errors = FusionAuthErrors.read(answer.body());
    boolean taken =
        errors.errors().stream().anyMatch(error -> error.code().contains("[duplicate]"));
    return answer.refusal()
        + ". "
        + (taken
            ? "In a tenant of FusionAuth everybody has an email address and a username of their"
                + " own. Rename or remove one of the two, or leave one behind."
            : "Correct the user "
                + user.id()
                + " in the pool or under mapping, then let sluice try rejected users again.");
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
