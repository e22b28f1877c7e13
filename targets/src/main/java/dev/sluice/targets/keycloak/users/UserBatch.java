package dev.sluice.targets.keycloak.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.http.TroubleException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Users in one request to our extension, and its answer. */
public record UserBatch(List<PackedUser> users) {
  /**
   * The most bytes of users in a request, unless one user alone has more. Keycloak accepts 10 MiB
   * in all.
   */
  static final int BYTES = 4_000_000;

  /** The bytes of a user that no request can carry: a little less than Keycloak accepts. */
  static final int TOO_LARGE = 10_000_000;

  /** How long to wait before asking the extension again about a deferred user. */
  private static final Duration PUT_OFF = Duration.ofSeconds(2);

  private static final byte[] BEGIN = "{\"users\":[".getBytes(UTF_8);
  private static final byte[] END = "]}".getBytes(UTF_8);

  /** Splits users into batches of at least one user, in order. */
  public static List<UserBatch> cut(List<PlannedUser> users) {
    List<UserBatch> batches = new ArrayList<>();
    List<PackedUser> next = new ArrayList<>();
    long bytes = 0;
    for (PlannedUser user : users) {
      PackedUser packed = PackedUser.of(user);
      if (!next.isEmpty() && bytes + packed.size() > BYTES) {
        batches.add(new UserBatch(List.copyOf(next)));
        next.clear();
        bytes = 0;
      }
      next.add(packed);
      bytes += packed.size();
    }
    if (!next.isEmpty()) {
      batches.add(new UserBatch(List.copyOf(next)));
    }
    return batches;
  }

  /** Returns two batches with half of the users each; this one if it has only one user. */
  public List<UserBatch> halves() {
    int half = users.size() / 2;
    return half == 0
        ? List.of(this)
        : List.of(
            new UserBatch(users.subList(0, half)),
            new UserBatch(users.subList(half, users.size())));
  }

  public boolean isOneUser() {
    return users.size() == 1;
  }

  /** Tells whether it is a single user that Keycloak would not accept. */
  public boolean isTooLarge() {
    return isOneUser() && users.getFirst().size() > TOO_LARGE;
  }

  /** Returns the request's JSON. */
  public byte[] request() {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(BEGIN);
    for (int i = 0; i < users.size(); i++) {
      if (i > 0) {
        request.write(',');
      }
      request.writeBytes(users.get(i).json());
    }
    request.writeBytes(END);
    return request.toByteArray();
  }

  /** Refuses users that do not fit into a request. */
  public List<WriteOutcome> allTooLarge() {
    return users.stream()
        .<WriteOutcome>map(user ->
            new WriteOutcome.Refused(
                user.id(),
                "The user is "
                    + user.size()
                    + " bytes of JSON, more than Keycloak or a proxy before it accepts in one"
                    + " request. Drop its longest attributes under mapping.attributes, or raise"
                    + " the limit on request bodies if it is below 10 MB."))
        .toList();
  }

  /** Refuses users at whom Keycloak fails, while it takes others. */
  List<WriteOutcome> allFailing() {
    return users.stream()
        .<WriteOutcome>map(user ->
            new WriteOutcome.Refused(
                user.id(),
                "Keycloak fails at this user (500), alone and again, and takes others. See its"
                    + " log."))
        .toList();
  }

  /** Returns the same trouble for all users. */
  public List<WriteOutcome> allLater(TroubleException trouble) {
    return users.stream()
        .<WriteOutcome>map(
            user -> new WriteOutcome.TryLater(user.id(), trouble.after(), trouble.told()))
        .toList();
  }

  /**
   * Returns the outcomes in the order of the users.
   *
   * @throws TargetException if the answer is not about exactly these users in this order
   */
  public List<WriteOutcome> outcomes(JsonNode answer) {
    JsonNode outcomes = answer.path("outcomes");
    if (outcomes.size() != users.size()) {
      throw unbelievable(outcomes.size() + " outcomes for " + users.size() + " users");
    }
    List<WriteOutcome> believed = new ArrayList<>(users.size());
    for (int i = 0; i < users.size(); i++) {
      believed.add(outcome(i, users.get(i).id(), outcomes.get(i)));
    }
    return believed;
  }

  private static WriteOutcome outcome(int index, UserId id, JsonNode outcome) {
    String answered = outcome.path("id").asString("");
    if (!answered.equals(id.value())) {
      throw unbelievable("outcome " + index + " is about \"" + answered + "\", not \"" + id + "\"");
    }
    String problem = outcome.path("problem").asString("Keycloak did not say why.");
    String result = outcome.path("outcome").asString("");
    boolean taken = outcome.path("taken").asBoolean(false);
    return switch (result) {
      case "created" -> new WriteOutcome.Created(id, taken);
      case "already-there" -> new WriteOutcome.AlreadyThere(id);
      case "refused" -> new WriteOutcome.Refused(id, problem, taken);
      case "try-later" -> new WriteOutcome.TryLater(id, PUT_OFF, problem);
      default -> throw unbelievable("outcome " + index + " is \"" + result + "\"");
    };
  }

  static TargetException unbelievable(String what) {
    return new TargetException(
        "Sluice's extension in Keycloak gave an invalid answer: "
            + what
            + ". Sluice ignored it. Check whether the extension belongs to this version of"
            + " Sluice, and whether a proxy between the two changes answers.");
  }
}
