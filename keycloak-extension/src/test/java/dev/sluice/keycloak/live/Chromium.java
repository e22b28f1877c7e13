package dev.sluice.keycloak.live;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, in which each person has a window without a past. */
final class Chromium implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final String APPLICATION = "http://127.0.0.1/app/";

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(QUIET));
  }

  /** The realm's login page, as an application sends people there. */
  Page login(TestRealm realm) {
    BrowserContext person = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    person.route(
        url -> url.startsWith(APPLICATION),
        route -> route.fulfill(new Route.FulfillOptions().setBody("the application")));
    Page page = person.newPage();
    page.navigate(
        LiveKeycloak.SERVER.url()
            + "/realms/"
            + realm.name
            + "/protocol/openid-connect/auth?client_id=app&response_type=code&scope=openid"
            + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fapp%2F");
    return page;
  }

  /** Waits until the application has its code. */
  static void awaitLogin(Page page) {
    page.waitForURL(url -> url.startsWith(APPLICATION) && url.contains("code="));
  }

  /** Waits until the page says this. */
  static void awaitText(Page page, String text) {
    page.getByText(text).first().waitFor();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
