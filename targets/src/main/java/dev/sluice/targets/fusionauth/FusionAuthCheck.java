package dev.sluice.targets.fusionauth;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks whether a FusionAuth can take users, and reports what is missing. */
final class FusionAuthCheck {
  /**
   * The oldest supported version: since then an import takes users without a password, and phone
   * numbers are logins.
   */
  private static final int OLDEST_MINOR = 59;

  private static final Pattern VERSION = Pattern.compile("1\\.(\\d{1,4})(\\..*)?");

  private final FusionAuthApi api;
  private final FusionAuthOptions options;

  FusionAuthCheck(FusionAuthApi api, FusionAuthOptions options) {
    this.api = api;
    this.options = options;
  }

  Readiness run() {
    try {
      String version = version();
      if (isTooOld(version)) {
        return new Readiness.NotReady(
            "FusionAuth %s is too old: an import of users without passwords needs 1.59."
                .formatted(version),
            "Upgrade FusionAuth.");
      }
      if (api.getOutsideTenant("/api/tenant/" + options.tenantId()).missing()) {
        return new Readiness.NotReady(
            "FusionAuth has no tenant " + options.tenantId() + ".",
            "Run `sluice provision --execute` to create it, or correct"
                + " target.fusionauth.tenant-id.");
      }
      Optional<UUID> unknown = unknownApplication();
      if (unknown.isPresent()) {
        return new Readiness.NotReady(
            "FusionAuth has no application " + unknown.get() + " in this tenant.",
            "Correct target.fusionauth.application-ids, or create the application.");
      }
      tryReading();
      return new Readiness.Ready("FusionAuth " + version);
    } catch (TroubleException e) {
      return new Readiness.NotReady(e.problem(), e.remedy());
    } catch (TargetException e) {
      return new Readiness.NotReady(
          String.valueOf(e.getMessage()), "See FusionAuth's log and the rights of the API key.");
    }
  }

  private String version() throws TroubleException {
    Answer answer = api.getOutsideTenant("/api/system/version").expectOk();
    return answer.body().path("version").asString("of an unknown version");
  }

  private static boolean isTooOld(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) < OLDEST_MINOR;
  }

  private Optional<UUID> unknownApplication() throws TroubleException {
    for (UUID id : options.applicationIds()) {
      Answer answer = api.get("/api/application/" + id);
      if (answer.missing()) {
        return Optional.of(id);
      }
      answer.expectOk();
    }
    return Optional.empty();
  }

  /** Checks the key's other rights; whether it may import cannot be checked. */
  private void tryReading() throws TroubleException {
    ObjectNode users = JsonMapper.shared().createObjectNode();
    users.putObject("search").putArray("ids").add(options.tenantId().toString());
    api.post("/api/user/search", users).expectOk();
    ObjectNode any = JsonMapper.shared().createObjectNode();
    any.putObject("search").put("numberOfResults", 1);
    api.post("/api/group/search", any).expectOk();
    api.postOutsideTenant("/api/identity-provider/search", any).expectOk();
  }
}
