package dev.sluice.targets.fusionauth.provision.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Translates between the ids of roles that represent groups and names such as "role of
 * application".
 *
 * @param applications client ids by the names of the applications that Sluice created
 */
public record RoleNames(ObjectIds ids, Map<String, String> applications) {
  public RoleNames {
    applications = new LinkedHashMap<>(applications);
  }

  /** Returns the names of this group's roles, one for each application. */
  public List<String> of(String group) {
    List<String> names = new ArrayList<>();
    applications.keySet().forEach(application -> names.add(name(group, application)));
    return names;
  }

  /** Returns the ids of this group's roles by name. */
  public Map<String, UUID> idsOf(String group) {
    Map<String, UUID> all = new LinkedHashMap<>();
    applications.forEach((name, client) -> all.put(name(group, name), ids.role(client, group)));
    return all;
  }

  private static String name(String group, String application) {
    return group + " of " + application;
  }
}
