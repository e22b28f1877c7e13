package dev.sluice.app.assess.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.harness.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader has it: in Debian's Chromium. */
class AssessmentPageTest {
  private static final int PHONE = 360;

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Path file;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    chromium = Chromium.launch();
    file = folder.resolve("report.html");
    Files.writeString(
        file,
        AssessmentPage.of(
            HostilePool.assessed(new FakeUserSource(), folder), HostilePool.leaving()));
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void nothing_is_loaded_and_nothing_runs_whatever_users_are_called() {
    try (BrowserContext context = chromium.window()) {
      Page page = context.newPage();
      List<String> requests = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      page.onRequest(request -> requests.add(request.url()));
      page.onDialog(dialog -> complaints.add(dialog.message()));
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate(file.toUri().toString());
      assertThat(requests).containsExactly(file.toUri().toString());
      assertThat(complaints).isEmpty();
      assertThat(page.locator("script, img, link, iframe").count()).isZero();
      assertThat(page.locator("main").textContent()).contains(HostilePool.SCRIPT);
      assertThat(page.locator("section").count()).isEqualTo(12);
      assertThat(page.locator("nav a").count()).isEqualTo(12);
      assertThat(page.locator(".people li").count()).isGreaterThan(10);
    }
  }

  @Test
  void on_a_phone_nothing_has_to_be_scrolled_sideways() {
    try (BrowserContext context = phone(ColorScheme.LIGHT)) {
      Page page = shown(context);
      page.locator("details").all().forEach(each -> each.evaluate("it => it.open = true"));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('body *')].filter(it => !it.closest('.unseen')"
                      + " && it.getBoundingClientRect().right > innerWidth + 0.5)"
                      + ".map(it => it.outerHTML.slice(0, 90))"))
          .isEqualTo(List.of());
    }
  }

  @Test
  void it_keeps_to_the_rules_of_accessibility_light_and_dark_wide_and_narrow() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext narrow = phone(scheme);
          BrowserContext wide =
              chromium.window(
                  new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true))) {
        for (BrowserContext context : List.of(narrow, wide)) {
          Page page = shown(context);
          page.locator("details").all().forEach(each -> each.evaluate("it => it.open = true"));
          assertThat(new AxeBuilder(page).analyze().getViolations())
              .extracting(violation -> violation.getId() + ": " + violation.getNodes())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void the_whole_configuration_is_on_it_and_no_secret() {
    try (BrowserContext context = chromium.window()) {
      Page page = shown(context);
      assertThat(page.locator("#configuration ~ div").textContent())
          .contains(
              "custom:seats",
              "significant",
              "at least 11 characters",
              "OAuth grants: authorization code, implicit, client credentials",
              "scopes: openid, https://orders.example/read",
              "https://login.workforce.example",
              "function:claims",
              "login.tannhauser.example",
              "Languages",
              "takeover risk MEDIUM: MFA_REQUIRED",
              "Access denied: allow it.");
      assertThat(page.content()).doesNotContain("not-to-be-shown");
      assertThat(page.locator("#fates ~ div").textContent())
          .contains("Cannot move", "Password hashes", "stricter");
      assertThat(page.locator("#policies ~ div pre").first().textContent())
          .startsWith("{\n  \"Version\"")
          .contains("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12Cd34E");
    }
  }

  @Test
  void it_follows_the_readers_dark_screen() {
    assertThat(background(ColorScheme.LIGHT)).isEqualTo("rgb(246, 247, 245)");
    assertThat(background(ColorScheme.DARK)).isEqualTo("rgb(16, 22, 21)");
  }

  @Test
  void it_prints_with_what_is_folded_away_on_the_screen() {
    try (BrowserContext context = chromium.window()) {
      Page page = shown(context);
      assertThat(new String(page.pdf(), 0, 5, US_ASCII)).isEqualTo("%PDF-");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("nav").isVisible()).isFalse();
      assertThat(
              page.locator(".obstacle details li")
                  .first()
                  .evaluate("it => it.checkVisibility({contentVisibilityAuto: true})"))
          .isEqualTo(true);
    }
  }

  private static String background(ColorScheme scheme) {
    try (BrowserContext context = phone(scheme)) {
      return shown(context).evaluate("getComputedStyle(document.body).backgroundColor").toString();
    }
  }

  private static BrowserContext phone(ColorScheme scheme) {
    return chromium.window(
        new Browser.NewContextOptions()
            .setViewportSize(PHONE, 740)
            .setColorScheme(scheme)
            .setBypassCSP(true));
  }

  private static Page shown(BrowserContext context) {
    Page page = context.newPage();
    page.navigate(file.toUri().toString());
    return page;
  }
}
