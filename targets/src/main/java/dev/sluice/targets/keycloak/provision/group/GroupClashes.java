package dev.sluice.targets.keycloak.provision.group;

import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.ManualStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pool's groups that the realm's database cannot have, as our extension finds them. */
public record GroupClashes(Map<String, String> problems) {

  /**
   * Asks the extension about these groups; none are known where it is not there.
   *
   * @param missing whether the realm does not exist yet
   */
  public static GroupClashes among(KeycloakApi api, List<DesiredObject> groups, boolean missing)
      throws TroubleException {
    if (groups.isEmpty()) {
      return new GroupClashes(Map.of());
    }
    ObjectNode request = JsonMapper.shared().createObjectNode().put("newRealm", missing);
    groups.forEach(group -> request.withArray("groups").add(group.name()));
    String path = "/sluice/groups/check";
    Answer answer = api.post(missing ? "/admin/realms/master" + path : api.realm(path), request);
    Map<String, String> problems = new LinkedHashMap<>();
    if (answer.ok()) {
      answer
          .body()
          .path("problems")
          .properties()
          .forEach(each -> problems.put(each.getKey(), each.getValue().asString("")));
    }
    return new GroupClashes(problems);
  }

  /** Returns the groups that the realm can have. */
  public List<DesiredObject> without(List<DesiredObject> groups) {
    return groups.stream().filter(group -> !problems.containsKey(group.name())).toList();
  }

  /** Returns what the owner has to do about each of the others. */
  public List<ProvisionStep> steps() {
    return problems.entrySet().stream()
        .<ProvisionStep>map(each ->
            new ManualStep(
                "rename the group \"%s\": %s; until then its members are refused"
                    .formatted(each.getKey(), each.getValue())))
        .toList();
  }
}
