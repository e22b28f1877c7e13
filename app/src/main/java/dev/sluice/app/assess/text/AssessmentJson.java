package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.Affected;
import dev.sluice.migration.assess.found.AffectedUsers;
import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.Groups;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.found.People;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.found.SharedValue;
import dev.sluice.migration.assess.found.SignInKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats an assessment as JSON. */
public final class AssessmentJson {
  private AssessmentJson() {}

  public static ObjectNode of(Assessment assessment) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("at", assessment.at().toString());
    json.putObject("pool")
        .put("id", assessment.pool().id())
        .put("name", assessment.pool().name())
        .put("estimatedUsers", assessment.pool().estimatedUsers());
    assessment
        .target()
        .ifPresentOrElse(name -> json.put("target", name), () -> json.putNull("target"));
    people(json.putObject("people"), assessment.people());
    groups(json.putObject("groups"), assessment.groups());
    attributes(json.putObject("attributes"), assessment);
    collisions(json.putObject("collisions"), assessment.collisions());
    json.set("segments", SegmentsText.json(assessment.segments()));
    obstacles(json.putObject("obstacles"), assessment);
    contested(json.putObject("contested"), assessment.contested());
    assessment
        .mfa()
        .ifPresentOrElse(
            mfa -> secondFactors(json.putObject("secondFactors"), mfa),
            () -> json.putNull("secondFactors"));
    json.set("costs", ReckoningJson.costs(assessment.costs()));
    json.set("times", ReckoningJson.times(assessment.times()));
    json.set("signs", ReckoningJson.signs(assessment.signs()));
    strings(json.putArray("notices"), assessment.notices());
    json.put("scratchBytes", assessment.scratchBytes());
    return json;
  }

  private static void people(ObjectNode json, People people) {
    json.put("total", people.total());
    json.put("enabled", people.enabled());
    json.put("disabled", people.disabled());
    json.put("canSignIn", people.canSignIn());
    json.put("billAsFederated", people.billAsFederated());
    counts(json.putObject("status"), people.statuses(), Enum::name);
    signIns(json.putArray("signIn"), people.signIns());
    counts(json.putObject("email"), people.emails(), AssessmentJson::lower);
    counts(json.putObject("phone"), people.phones(), AssessmentJson::lower);
    counts(json.putObject("createdPerMonth"), people.createdPerMonth(), Object::toString);
    counts(json.putObject("modifiedPerMonth"), people.modifiedPerMonth(), Object::toString);
  }

  private static void signIns(ArrayNode json, Counts<SignInKind> counts) {
    counts
        .largestFirst()
        .forEach((kind, users) ->
            json.addObject()
                .put("family", lower(kind.family()))
                .put("provider", kind.provider())
                .put("users", users));
  }

  private static void groups(ObjectNode json, Groups groups) {
    json.put("usersInNone", groups.inNone());
    json.put("usersInOne", groups.inOne());
    json.put("usersInSeveral", groups.inSeveral());
    json.put("mostOfOneUser", groups.mostOfOneUser());
    ArrayNode sizes = json.putArray("sizes");
    groups
        .sizes()
        .forEach(
            group -> sizes.addObject().put("name", group.name()).put("members", group.members()));
  }

  private static void attributes(ObjectNode json, Assessment assessment) {
    ArrayNode uses = json.putArray("inUse");
    assessment
        .attributes()
        .forEach(use ->
            uses.addObject()
                .put("name", use.name())
                .put("users", use.users())
                .put("longest", use.longest()));
    strings(json.putArray("notDeclarableAtTarget"), assessment.otherNames());
  }

  private static void collisions(ObjectNode json, Collisions collisions) {
    collision(json.putObject("emails"), collisions.emails());
    collision(json.putObject("phones"), collisions.phones());
    collision(json.putObject("usernames"), collisions.usernames());
    collision(json.putObject("linkedTwice"), collisions.linkedTwice());
  }

  private static void collision(ObjectNode json, Collision collision) {
    json.put("values", collision.values());
    json.put("users", collision.users());
    json.put("valuesAmongNativeUsers", collision.amongNative());
    json.put("federatedUsers", collision.federated());
    json.put("complete", collision.values() == collision.examples().size());
    ArrayNode examples = json.putArray("examples");
    collision.examples().forEach(value -> shared(examples.addObject(), value));
  }

  private static void shared(ObjectNode json, SharedValue value) {
    json.put("users", value.users());
    json.put("federatedUsers", value.federated());
    people(json.putArray("people"), value.people());
  }

  private static void obstacles(ObjectNode json, Assessment assessment) {
    json.put("users", assessment.obstacles().users());
    ArrayNode all = json.putArray("all");
    assessment
        .obstacles()
        .all()
        .forEach((obstacle, users) -> {
          ObjectNode one = all.addObject();
          one.put("reason", lower(obstacle.reason())).put("field", obstacle.field());
          one.put("users", users);
          affected(one.putArray("examples"), assessment.obstacles().examples(obstacle));
        });
  }

  private static void contested(ObjectNode json, Contested contested) {
    contested(json.putObject("withoutAddress"), contested.withoutAddress());
    contested(json.putObject("merged"), contested.merged());
    contested(json.putObject("addressIsUsername"), contested.addressIsUsername());
  }

  private static void contested(ObjectNode json, AffectedUsers users) {
    json.put("users", users.users());
    json.put("complete", users.users() == users.examples().size());
    affected(json.putArray("examples"), users.examples());
  }

  private static void affected(ArrayNode json, List<Affected> users) {
    users.forEach(user -> {
      ObjectNode one = json.addObject();
      person(one, user.person());
      user.other().ifPresent(other -> person(one.putObject("other"), other));
    });
  }

  private static void secondFactors(ObjectNode json, MfaShares mfa) {
    json.put("population", mfa.population());
    json.put("asked", mfa.asked());
    json.put("gone", mfa.gone());
    json.put("sampled", mfa.sampled());
    json.put("margin", mfa.margin());
    counts(json.putObject("users"), mfa.kinds(), AssessmentJson::lower);
  }

  private static void people(ArrayNode json, List<Person> people) {
    people.forEach(person -> person(json.addObject(), person));
  }

  private static void person(ObjectNode json, Person person) {
    json.put("sub", person.sub()).put("username", person.username());
  }

  private static <K extends Comparable<? super K>> void counts(
      ObjectNode json, Counts<K> counts, Function<K, String> name) {
    counts.inOrder().forEach((kind, users) -> json.put(name.apply(kind), users));
  }

  private static void strings(ArrayNode json, List<String> strings) {
    strings.forEach(json::add);
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
