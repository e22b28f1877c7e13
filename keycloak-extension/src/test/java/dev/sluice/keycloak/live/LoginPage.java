package dev.sluice.keycloak.live;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.sluice.harness.Chromium;

/** Opens a realm's login page in a new window, and waits for what comes after it. */
final class LoginPage {
  private static final String APPLICATION = "http://127.0.0.1/app/";

  private LoginPage() {}

  /** Opens the page as an application sends people there. */
  static Page open(Chromium chromium, TestRealm realm) {
    BrowserContext person = chromium.window(new Browser.NewContextOptions().setLocale("en-GB"));
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
}
