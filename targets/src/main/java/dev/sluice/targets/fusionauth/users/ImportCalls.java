package dev.sluice.targets.fusionauth.users;

import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthTroubles;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports users and looks them up over FusionAuth's API. */
final class ImportCalls implements Importer {
  /** The ids in a search; it returns 25 users by default, and a search by ids takes no limit. */
  private static final int IDS_A_SEARCH = 25;

  private static final int INTERNAL_ERROR = 500;

  private final FusionAuthApi api;

  ImportCalls(FusionAuthApi api) {
    this.api = api;
  }

  @Override
  public Attempt bring(List<ImportUser> users, boolean explained) throws TroubleException {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.put("validateDbConstraints", explained);
    ArrayNode list = request.putArray("users");
    users.forEach(user -> list.add(user.json()));
    try {
      Answer answer = api.post("/api/user/import", request);
      if (answer.ok()) {
        return new Attempt.Done();
      }
      return switch (answer.status()) {
        case 400 -> new Attempt.Refused(answer);
        case 413 -> new Attempt.TooLarge();
        default -> throw FusionAuthTroubles.unexpected(answer);
      };
    } catch (TroubleException trouble) {
      if (trouble.status() == INTERNAL_ERROR) {
        return new Attempt.Failed(trouble);
      }
      throw trouble;
    }
  }

  @Override
  public Set<ImportUser> present(List<ImportUser> users) throws TroubleException {
    Set<ImportUser> present = new HashSet<>();
    for (int from = 0; from < users.size(); from += IDS_A_SEARCH) {
      present.addAll(
          presentAmong(users.subList(from, Math.min(from + IDS_A_SEARCH, users.size()))));
    }
    return present;
  }

  private Set<ImportUser> presentAmong(List<ImportUser> users) throws TroubleException {
    if (users.size() == 1) {
      ImportUser user = users.getFirst();
      Answer answer = api.get("/api/user/" + user.id());
      return answer.missing() ? Set.of() : Set.of(expected(answer, user));
    }
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ArrayNode ids = request.putObject("search").putArray("ids");
    users.forEach(user -> ids.add(user.id().value()));
    Set<String> found =
        FusionAuthTroubles.expectOk(api.post("/api/user/search", request))
            .body()
            .path("users")
            .valueStream()
            .map(user -> user.path("id").asString("").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return users.stream()
        .filter(user -> found.contains(user.id().value().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static ImportUser expected(Answer answer, ImportUser user) throws TroubleException {
    FusionAuthTroubles.expectOk(answer);
    return user;
  }
}
