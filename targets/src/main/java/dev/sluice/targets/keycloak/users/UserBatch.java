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

/** What goes to our extension in one request, and the answer where it fits. */
public record UserBatch(List<PackedUser> users) {
  /** Bytes of users in a request, unless one alone has more. Keycloak takes 10 MiB in all. */
  static final int BYTES = 4_000_000;

  /** Bytes of a user whom no request can carry: a little less than Keycloak takes. */
  static final int TOO_LARGE = 10_000_000;

  /** How long to wait before the extension is asked again about a user it put off. */
  private static final Duration PUT_OFF = Duration.ofSeconds(2);

  private static final byte[] BEGIN = "{\"users\":[".getBytes(UTF_8);
  private static final byte[] END = "]}".getBytes(UTF_8);

  /** Batches of at least one user each that together have all of them, in order. */
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

  /** Two batches with half of the users each; this one where it has one user only. */
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

  /** Whether it is a single user whom Keycloak would not take. */
  public boolean isTooLarge() {
    return isOneUser() && users.getFirst().size() > TOO_LARGE;
  }

  /** The request's JSON. */
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

  /** Nobody here fits into a request. */
  public List<WriteOutcome> allTooLarge() {
    return users.stream()
        .<WriteOutcome>map(user ->
            new WriteOutcome.Refused(
                user.id(),
                "The user is "
                    + user.size()
                    + " bytes of JSON, more than Keycloak or a proxy before it takes in one"
                    + " request. Drop its longest attributes under mapping.attributes, or raise"
                    + " the limit on a request's body where it is less than 10 MB."))
        .toList();
  }

  /** The same trouble for everybody. */
  public List<WriteOutcome> allLater(TroubleException trouble) {
    return users.stream()
        .<WriteOutcome>map(
            user -> new WriteOutcome.TryLater(user.id(), trouble.after(), trouble.told()))
        .toList();
  }

  /**
   * The outcomes in the order of the users.
   *
   * @throws TargetException when the answer is not about exactly these users in this order
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
    String fate = outcome.path("outcome").asString("");
    return switch (fate) {
      case "created" -> new WriteOutcome.Created(id);
      case "already-there" -> new WriteOutcome.AlreadyThere(id);
      case "refused" -> new WriteOutcome.Refused(id, problem);
      case "try-later" -> new WriteOutcome.TryLater(id, PUT_OFF, problem);
      default -> throw unbelievable("outcome " + index + " is \"" + fate + "\"");
    };
  }

  static TargetException unbelievable(String what) {
    return new TargetException(
        "Sluice's extension in Keycloak gave an answer that cannot be right: "
            + what
            + ". Nothing of it was believed. See whether the extension is the one that came with"
            + " this version of Sluice, and whether something between the two changes answers.");
  }
}
