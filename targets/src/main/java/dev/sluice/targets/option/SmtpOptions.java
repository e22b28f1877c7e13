package dev.sluice.targets.option;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that a realm, a tenant or the like is given.
 *
 * @param password null where the server asks for none
 * @param security starttls, tls or none
 */
public record SmtpOptions(
    String host,
    String port,
    String from,
    @Nullable String user,
    @Nullable Secret password,
    String security) {
  private static final TargetOption HOST =
      TargetOption.optional(
          "smtp-host", "The mail server that `sluice provision` sets.", "smtp.example.org");
  private static final TargetOption PORT = TargetOption.optional("smtp-port", "Its port.", "587");
  private static final TargetOption FROM =
      TargetOption.optional(
          "smtp-from", "From whom mails come. Needed with `smtp-host`.", "login@example.org");
  private static final TargetOption USER =
      TargetOption.optional(
          "smtp-user", "The account at the mail server, where it asks for one.", "realm-mailer");
  private static final TargetOption PASSWORD =
      TargetOption.optional("smtp-password", "That account's password.", "${env:SMTP_PASSWORD}")
          .masked();
  private static final TargetOption SECURITY =
      TargetOption.optional(
          "smtp-security", "`starttls`, `tls` or `none`; `starttls` where not said.", "tls");

  public static final List<TargetOption> ALL = List.of(HOST, PORT, FROM, USER, PASSWORD, SECURITY);

  public static void problems(OptionValues values, OptionProblems problems) {
    problems.needs(HOST, FROM).number(PORT, 1, 65_535);
    problems.oneOf(SECURITY, List.of("starttls", "tls", "none")).together(USER, PASSWORD);
    ALL.stream()
        .filter(values::has)
        .findFirst()
        .filter(option -> !option.equals(HOST))
        .ifPresent(option -> problems.needs(option, HOST));
  }

  /** Reads values that have no problems. */
  public static Optional<SmtpOptions> from(OptionValues values) {
    return values
        .text(HOST)
        .map(host ->
            new SmtpOptions(
                host,
                values.text(PORT).orElse("587"),
                values.need(FROM),
                values.text(USER).orElse(null),
                values.secret(PASSWORD).orElse(null),
                values.text(SECURITY).orElse("starttls")));
  }
}
