package dev.sluice.targets.fusionauth.provision;

import dev.sluice.targets.option.SmtpOptions;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a mail server into the tenant's {@code emailConfiguration}. */
final class MailServer {
  private MailServer() {}

  static ObjectNode json(SmtpOptions smtp) {
    ObjectNode server = JsonMapper.shared().createObjectNode();
    server.put("host", smtp.host()).put("port", Integer.parseInt(smtp.port()));
    server.put("defaultFromEmail", smtp.from());
    server.put(
        "security",
        switch (smtp.security().toLowerCase(Locale.ROOT)) {
          case "tls" -> "SSL";
          case "none" -> "NONE";
          default -> "TLS";
        });
    if (smtp.user() != null && smtp.password() != null) {
      server.put("username", smtp.user()).put("password", smtp.password().reveal());
    }
    return server;
  }
}
