package dev.sluice.scenarios;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.sluice.harness.Chromium;

/** Opens a realm's own page for accounts. */
final class AccountPage {
  private AccountPage() {}

  /** Opens the page in a window that has never been there. */
  static Page open(Chromium chromium, String realm) {
    Page page = chromium.window(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    page.navigate(Place.shared().keycloak().url() + "/realms/" + realm + "/account/");
    return page;
  }
}
