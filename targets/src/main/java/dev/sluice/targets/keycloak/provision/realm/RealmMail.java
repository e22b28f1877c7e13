package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.targets.option.SmtpOptions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a mail server into the realm's field {@code smtpServer}. */
final class RealmMail {
  private RealmMail() {}

  static ObjectNode json(SmtpOptions smtp) {
    ObjectNode server = JsonMapper.shared().createObjectNode();
    server.put("host", smtp.host()).put("port", smtp.port()).put("from", smtp.from());
    server.put("starttls", String.valueOf(smtp.security().equals("starttls")));
    server.put("ssl", String.valueOf(smtp.security().equals("tls")));
    server.put("auth", String.valueOf(smtp.user() != null));
    if (smtp.user() != null && smtp.password() != null) {
      server.put("user", smtp.user()).put("password", smtp.password().reveal());
    }
    return server;
  }
}
