package dev.sluice.rehearsal.wire;

import dev.sluice.rehearsal.pool.Pool;
import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.user.AuthenticatorApp;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The codes that a user could type now: what was "sent", and what the app shows. */
public final class CodePage {

  private final Directory directory;
  private final Pool pool;
  private final InstantSource clock;

  public CodePage(Directory directory, Pool pool, InstantSource clock) {
    this.directory = directory;
    this.pool = pool;
    this.clock = clock;
  }

  JsonNode of(Map<String, String> query) {
    String login = query.getOrDefault("login", "");
    MadeUser user =
        directory
            .resolve(login)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "No user logs in as \"" + login + "\". Ask for /rehearsal/codes?login=."));
    ObjectNode answer = Answer.JSON.createObjectNode();
    ArrayNode list = answer.putArray("codes");
    pool.sentTo(user)
        .forEach(sent ->
            list.addObject()
                .put("challenge", sent.challenge())
                .put("destination", sent.destination())
                .put("code", sent.code()));
    if (user.hasApp()) {
      list.addObject()
          .put("challenge", MfaKind.TOTP.challenge())
          .put("code", AuthenticatorApp.of(user).code(clock.instant()));
    }
    return answer;
  }
}
