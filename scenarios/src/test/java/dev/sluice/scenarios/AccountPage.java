package dev.sluice.scenarios;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Opens a realm's own page for accounts, and knows the authenticator app beside it. */
final class AccountPage {
  private static final int STEP_SECONDS = 30;

  private AccountPage() {}

  /** Opens the page in a window that has never been there. */
  static Page open(Chromium chromium, String realm) {
    Page page = chromium.window(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    page.navigate(Place.shared().keycloak().url() + "/realms/" + realm + "/account/");
    return page;
  }

  /** Returns what an app shows that has this secret, as Keycloak writes it into its page. */
  static String codeOf(String secret, Instant when) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      long step = when.getEpochSecond() / STEP_SECONDS;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
