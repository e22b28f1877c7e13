package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A window of the one Chromium that all tests of a run share, with cookies of its own. */
final class RealBrowser implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static @Nullable Chromium shared;

  private final BrowserContext context =
      chromium().window(new Browser.NewContextOptions().setLocale("en"));
  private final Page page = context.newPage();
  private final TestRealm realm;

  /** Opens the realm's login page. */
  RealBrowser(TestRealm realm) {
    this.realm = realm;
    begin();
  }

  /** Asks for a login again, as the application does. */
  void begin() {
    page.navigate(
        LiveKeycloak.SERVER
            .url()
            .resolve(
                "/realms/"
                    + realm.name
                    + "/protocol/openid-connect/auth?client_id=app&response_type=code"
                    + "&scope=openid&redirect_uri="
                    + URLEncoder.encode(TestApp.URL, StandardCharsets.UTF_8))
            .toString());
  }

  Page page() {
    return page;
  }

  /** Fills in the login form and sends it off. */
  RealBrowser logIn(String login, String password) {
    page.fill("#username", login);
    page.fill("#password", password);
    page.click("#kc-login");
    return this;
  }

  /** Whether the application has got its code. */
  boolean isLoggedIn() {
    return page.url().startsWith(TestApp.URL) && CODE.matcher(page.url()).find();
  }

  /** Who the application is told has logged in. */
  String subject() throws Exception {
    return TestRealm.subject(tokens());
  }

  /** What the application gets for its code. */
  Rest.Reply tokens() {
    Matcher code = CODE.matcher(page.url());
    assertThat(code.find()).as(page.url() + "\n" + page.content()).isTrue();
    return LiveKeycloak.REST.form(
        "/realms/" + realm.name + "/protocol/openid-connect/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "app",
            "redirect_uri",
            TestApp.URL,
            "code",
            code.group(1)));
  }

  private static synchronized Chromium chromium() {
    if (shared == null) {
      shared = Chromium.launch();
    }
    return shared;
  }

  @Override
  public void close() {
    context.close();
  }
}
