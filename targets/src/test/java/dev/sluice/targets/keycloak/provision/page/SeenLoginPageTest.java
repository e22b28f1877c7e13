package dev.sluice.targets.keycloak.provision.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.harness.Chromium;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The login page of a provisioned realm as a person has it: in Debian's Chromium. */
class SeenLoginPageTest {
  private static final String REALM = "realm-" + UUID.randomUUID();
  private static final KeycloakOptions OPTIONS = LiveKeycloak.options(REALM);
  private static final String LOGO =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect width="300" height="80"
      rx="12" fill="#b00b1e"/><text x="30" y="54" font-size="40" fill="#fff">Tannhäuser</text></svg>
      """;

  private static final HttpStub PICTURES =
      new HttpStub().on("GET /logo.svg", HttpStub.Reply.of(200, LOGO));
  private static Chromium chromium;

  @BeforeAll
  static void open() throws TroubleException {
    chromium = Chromium.launch();
    try (KeycloakApi api = new KeycloakApi(OPTIONS)) {
      new KeycloakTarget(OPTIONS, api).provision(request()).forEach(ProvisionStep::apply);
      api.post(
              api.realm("/clients"),
              JsonMapper.shared()
                  .readTree(
                      "{\"clientId\":\"shop\",\"publicClient\":true,"
                          + "\"redirectUris\":[\"http://127.0.0.1/shop\"]}"))
          .expectOk();
    }
  }

  @AfterAll
  static void close() throws TroubleException {
    PICTURES.close();
    if (chromium == null) {
      return;
    }
    chromium.close();
    try (KeycloakApi api = new KeycloakApi(OPTIONS)) {
      api.delete(api.realm(""));
    }
  }

  @Test
  void the_logo_and_the_colours_of_the_pool_are_seen() {
    try (BrowserContext context = person(1280, "en", ColorScheme.LIGHT)) {
      Page page = context.newPage();
      List<String> logos = new ArrayList<>();
      page.onResponse(answer -> {
        if (answer.url().contains("/sluice-login/logo/") && answer.status() == 200) {
          logos.add(answer.headers().get("content-type"));
        }
      });
      page.navigate(address(""));

      assertThat(logos).containsExactly("image/svg+xml");
      assertThat(style(page, "#kc-header", "backgroundColor")).isEqualTo("rgb(246, 232, 208)");
      assertThat(style(page, "#kc-login", "backgroundColor")).isEqualTo("rgb(176, 11, 30)");
      assertThat(style(page, "#kc-login", "color")).isEqualTo("rgb(255, 255, 255)");
      assertThat(page.locator("#kc-header-wrapper").boundingBox().height).isGreaterThan(50);
      assertThat(page.locator("#kc-header-wrapper").textContent()).contains("fake pool");
      see(page, "desktop");
    }
  }

  @Test
  void on_a_phone_nothing_has_to_be_scrolled_sideways() {
    try (BrowserContext context = person(360, "en", ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(address(""));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
      see(page, "phone");
    }
  }

  @Test
  void the_page_speaks_german_to_those_who_do_and_to_those_who_ask() {
    try (BrowserContext german = person(800, "de", ColorScheme.LIGHT);
        BrowserContext english = person(800, "en", ColorScheme.LIGHT)) {
      Page page = german.newPage();
      page.navigate(address(""));
      assertThat(page.locator("h1").textContent()).contains("Bei Ihrem Konto anmelden");
      see(page, "german");
      Page asked = english.newPage();
      asked.navigate(address("&ui_locales=de"));
      assertThat(asked.locator("h1").textContent()).contains("Bei Ihrem Konto anmelden");
    }
  }

  @Test
  void a_pool_without_dark_pages_has_light_ones_in_the_dark_too() {
    try (BrowserContext context = person(800, "en", ColorScheme.DARK)) {
      Page page = context.newPage();
      page.navigate(address(""));
      assertThat(style(page, "#kc-login", "backgroundColor")).isEqualTo("rgb(176, 11, 30)");
      assertThat(page.locator("html.pf-v5-theme-dark").count()).isZero();
      see(page, "dark");
    }
  }

  @Test
  void our_looks_add_nothing_that_hinders_people() {
    try (BrowserContext context = person(1280, "en", ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(address(""));
      assertThat(
              new AxeBuilder(page).withRules(List.of("color-contrast")).analyze().getViolations())
          .isEmpty();
    }
  }

  private static void see(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "login-page-" + name + ".png"))
            .setFullPage(true));
  }

  private static Object style(Page page, String selector, String property) {
    return page.locator(selector).evaluate("it => getComputedStyle(it)." + property);
  }

  private static BrowserContext person(int width, String language, ColorScheme scheme) {
    return chromium.window(
        new Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setLocale(language)
            .setColorScheme(scheme));
  }

  private static String address(String more) {
    return OPTIONS.url()
        + "/realms/"
        + REALM
        + "/protocol/openid-connect/auth?client_id=shop&response_type=code&scope=openid"
        + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fshop"
        + more;
  }

  private static ProvisionRequest request() {
    return new ProvisionRequest(
        MigrationMode.BULK,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of(),
        List.of(),
        true,
        BrandedPool.of(
            Map.of(),
            BrandedPool.classic(
                null,
                """
                .banner-customizable { background-color: #f6e8d0; }
                .submitButton-customizable { background-color: #b00b1e; }
                .submitButton-customizable:hover { background-color: #8a0917; }
                .redirect-customizable { color: #8a0917; }
                """,
                PICTURES.url() + "/logo.svg")),
        NamesAtTarget.unchanged());
  }
}
