package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.branding.Branding;
import dev.sluice.api.pool.message.EmailSender;
import dev.sluice.api.pool.message.MessageTemplate;
import dev.sluice.api.pool.message.Messages;
import dev.sluice.api.pool.message.SmsSender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes domains, branding and languages of the sign-in pages, and the pool's messages to users.
 */
final class PagesSettings {
  private PagesSettings() {}

  static List<Setting> of(PoolInventory pool) {
    List<Setting> all = new ArrayList<>();
    pool.domains().forEach(domain -> all.add(domain(domain)));
    if (pool.domains().isEmpty()) {
      all.add(Setting.of("Domain", pool.read(PoolPart.DOMAINS) ? "none" : "not read: see below"));
    }
    all.add(new Setting("Branding", branding(pool)));
    all.add(
        Setting.of(
            "Languages",
            "not stored in a pool: managed login takes the language from each request (lang)"));
    Messages messages = pool.messages();
    all.add(new Setting("Email sender", email(messages.email())));
    all.add(new Setting("Text message sender", sms(messages.sms())));
    all.add(Setting.of("Addresses are verified by", PoolSettings.told(messages.verifyBy())));
    all.add(new Setting("Custom texts", texts(messages)));
    return all;
  }

  private static Setting domain(PoolDomain domain) {
    List<String> how = new ArrayList<>(List.of(domain.domain()));
    if (domain.status() != null) {
      how.add("status " + domain.status());
    }
    if (domain.target() != null) {
      how.add("DNS points to " + domain.target());
    }
    if (domain.certificateArn() != null) {
      how.add("certificate " + domain.certificateArn());
    }
    Integer version = domain.managedLoginVersion();
    if (version != null) {
      how.add(version == 1 ? "classic pages" : "managed login");
    }
    return new Setting(domain.custom() ? "Custom domain" : "Amazon domain", how);
  }

  private static List<String> branding(PoolInventory pool) {
    Branding branding = pool.branding();
    List<String> styles = new ArrayList<>();
    branding
        .classic()
        .forEach(style ->
            styles.add(
                "classic pages, "
                    + (style.clientId() == null ? "all clients" : "client " + style.clientId())
                    + (style.css() == null ? "" : ", CSS")
                    + (style.imageUrl() == null ? "" : ", logo " + style.imageUrl())));
    branding
        .managedLogin()
        .forEach(style ->
            styles.add(
                Words.of(
                    "managed login, client %s: %s, pictures: %d",
                    style.clientId(),
                    style.cognitoDefaults() ? "Cognito's default branding" : "custom branding",
                    style.assets().size())));
    if (!pool.read(PoolPart.CLASSIC_BRANDING) || !pool.read(PoolPart.MANAGED_LOGIN_BRANDING)) {
      styles.add("not all read: see below");
    }
    return styles.isEmpty() ? List.of("Cognito's default") : styles;
  }

  private static List<String> email(@Nullable EmailSender email) {
    if (email == null) {
      return List.of("Cognito's default");
    }
    return Stream.of(
            email.account(),
            line("from", email.from()),
            line("replies to", email.replyTo()),
            line("SES identity", email.sourceArn()),
            line("configuration set", email.configurationSet()))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> sms(@Nullable SmsSender sms) {
    return sms == null
        ? List.of()
        : Stream.of("role " + sms.snsCallerArn(), line("SNS in", sms.snsRegion()))
            .filter(line -> !line.isEmpty())
            .toList();
  }

  private static List<String> texts(Messages messages) {
    List<String> texts = new ArrayList<>();
    text(texts, "verification by code", messages.code());
    text(texts, "verification by link", messages.link());
    text(texts, "invitation", messages.invitation());
    text(texts, "second factor", messages.secondFactor());
    return texts;
  }

  private static void text(List<String> texts, String what, MessageTemplate text) {
    if (text.emailSubject() != null || text.emailMessage() != null) {
      texts.add(what + ", email: " + PoolSettings.told(text.emailSubject()));
    }
    if (text.smsMessage() != null) {
      texts.add(what + ", text message: " + text.smsMessage());
    }
  }

  private static String line(String what, @Nullable String value) {
    return value == null ? "" : what + " " + value;
  }
}
