package dev.sluice.rehearsal.pool.call;

import java.util.List;
import java.util.Optional;

/**
 * The names of the pool and its app clients.
 *
 * @param id for example {@code eu-west-1_Rehearse1}
 */
public record PoolIdentity(String region, String id, List<AppClient> clients) {

  private static final String ID_PATTERN = "[\\w-]+_[0-9a-zA-Z]+";

  /** Refuses calls that name another pool or were signed for another Region. */
  public void check(Call call) {
    String named = call.text("UserPoolId");
    if (!named.matches(ID_PATTERN)) {
      throw CognitoError.invalidParameter(
          "1 validation error detected: Value '%s' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
              .formatted(named, ID_PATTERN));
    }
    boolean elsewhere = call.region().isPresent() && !call.region().get().equals(region);
    if (elsewhere || !named.equals(id)) {
      throw CognitoError.notFound("User pool " + named + " does not exist.");
    }
  }

  public AppClient client(String clientId) {
    Optional<AppClient> found =
        clients.stream().filter(client -> client.id().equals(clientId)).findFirst();
    return found.orElseThrow(
        () -> CognitoError.notFound("User pool client " + clientId + " does not exist."));
  }
}
