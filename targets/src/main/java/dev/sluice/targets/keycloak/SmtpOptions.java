package dev.sluice.targets.keycloak;

import dev.sluice.migration.Secret;
import dev.sluice.migration.target.TargetOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mail server that a realm is given.
 *
 * @param password null where the server asks for none
 * @param security starttls, tls or none
 */
record SmtpOptions(
    String host,
    String port,
    String from,
    @Nullable String user,
    @Nullable Secret password,
    String security) {
  private static final TargetOption HOST =
      option(
          "smtp-host",
          "The mail server that `sluice provision` gives the realm.",
          "smtp.example.org");
  private static final TargetOption PORT = option("smtp-port", "Its port.", "587");
  private static final TargetOption FROM =
      option("smtp-from", "From whom mails come. Needed with `smtp-host`.", "login@example.org");
  private static final TargetOption USER =
      option("smtp-user", "The account at the mail server, where it asks for one.", "realm-mailer");
  private static final TargetOption PASSWORD =
      new TargetOption(
          "smtp-password", "That account's password.", false, true, null, "${env:SMTP_PASSWORD}");
  private static final TargetOption SECURITY =
      option("smtp-security", "`starttls`, `tls` or `none`; `starttls` where not said.", "tls");

  static final List<TargetOption> ALL = List.of(HOST, PORT, FROM, USER, PASSWORD, SECURITY);

  private static TargetOption option(String key, String meaning, String example) {
    return new TargetOption(key, meaning, false, false, null, example);
  }

  /** What is wrong with these values; empty when nothing is. */
  static List<String> problems(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    if (!has(values, HOST)) {
      ALL.stream()
          .filter(option -> has(values, option))
          .forEach(option -> problems.add(option.key() + ": has no use without smtp-host."));
      return problems;
    }
    if (!has(values, FROM)) {
      problems.add("smtp-from: is missing or empty.");
    }
    if (!value(values, PORT, "587").matches("[1-9][0-9]{0,4}")) {
      problems.add("smtp-port: \"" + value(values, PORT, "") + "\" is no port.");
    }
    if (!List.of("starttls", "tls", "none").contains(value(values, SECURITY, "starttls"))) {
      problems.add("smtp-security: is starttls, tls or none.");
    }
    if (has(values, USER) != has(values, PASSWORD)) {
      problems.add("smtp-user, smtp-password: give both or neither.");
    }
    return problems;
  }

  /** Reads values that have no {@link #problems}. */
  static Optional<SmtpOptions> from(Map<String, String> values) {
    if (!has(values, HOST)) {
      return Optional.empty();
    }
    String password = values.get(PASSWORD.key());
    return Optional.of(
        new SmtpOptions(
            value(values, HOST, ""),
            value(values, PORT, "587"),
            value(values, FROM, ""),
            values.get(USER.key()),
            password == null ? null : new Secret(password),
            value(values, SECURITY, "starttls")));
  }

  /** As in the realm's field {@code smtpServer}. */
  ObjectNode json() {
    ObjectNode server = JsonMapper.shared().createObjectNode();
    server.put("host", host).put("port", port).put("from", from);
    server.put("starttls", String.valueOf(security.equals("starttls")));
    server.put("ssl", String.valueOf(security.equals("tls")));
    server.put("auth", String.valueOf(user != null));
    if (user != null && password != null) {
      server.put("user", user).put("password", password.reveal());
    }
    return server;
  }

  private static boolean has(Map<String, String> values, TargetOption option) {
    return !values.getOrDefault(option.key(), "").isBlank();
  }

  private static String value(Map<String, String> values, TargetOption option, String fallback) {
    String value = values.getOrDefault(option.key(), "");
    return value.isBlank() ? fallback : value;
  }
}
