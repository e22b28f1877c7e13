package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Login pages of a real Keycloak with the theme "sluice". */
class LoginBrandingTest {
  private static final String NAME = "0123456789abcdef";
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM =
      new TestRealm(REST, GATEWAY, "hybrid").speaking("de", "ja", "zh-CN", "pt-BR");

  @BeforeAll
  static void dress() {
    look(
        Map.of(
            "sluice.login.page",
            "#fdf6e3",
            "sluice.login.button",
            "#b00b1e",
            "sluice.login.button.dark",
            "#ff99aa",
            "sluice.login.link",
            "red; } body { display: none",
            "sluice.login.logo",
            NAME,
            "sluice.login.image." + NAME,
            picture("image/png"),
            "sluice.login.image.svg",
            picture("image/svg+xml"),
            "sluice.login.image.html",
            picture("text/html")));
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void the_page_has_the_realms_colours_and_logo() throws Exception {
    String page = new Browser(LiveKeycloak.SERVER, REALM).text();

    assertThat(page)
        .contains("html:not(.pf-v5-theme-dark) body { background: #fdf6e3; }")
        .contains("BackgroundColor: #b00b1e;", "BackgroundColor: #ff99aa;")
        .contains("url(\"/realms/" + REALM.name + "/sluice-login/logo/" + NAME);
  }

  @Test
  void what_is_no_colour_does_not_get_into_the_page() throws Exception {
    assertThat(new Browser(LiveKeycloak.SERVER, REALM).text())
        .doesNotContain("display: none", "link--Color");
  }

  @Test
  void a_client_with_looks_of_its_own_shows_them_and_none_of_the_realms() throws Exception {
    client(Map.of("sluice.login.own", "true", "sluice.login.button", "#00aa55"));
    try {
      assertThat(new Browser(LiveKeycloak.SERVER, REALM).text())
          .contains("#00aa55")
          .doesNotContain("#b00b1e", "#fdf6e3", "/logo/");
    } finally {
      client(Map.of("sluice.login.own", "", "sluice.login.button", ""));
    }
  }

  @Test
  void a_logo_is_a_picture_that_may_be_kept_and_can_do_nothing() throws Exception {
    HttpResponse<byte[]> logo = logo(NAME);

    assertThat(logo.statusCode()).isEqualTo(200);
    assertThat(logo.body()).isEqualTo(PICTURE);
    assertThat(header(logo, "Content-Type")).isEqualTo("image/png");
    assertThat(header(logo, "Cache-Control")).contains("immutable");
    assertThat(header(logo, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(logo("svg"), "Content-Security-Policy")).contains("sandbox", "'none'");
  }

  @Test
  void nothing_but_pictures_is_given_out() throws Exception {
    assertThat(logo("html").statusCode()).isEqualTo(404);
    assertThat(logo("none").statusCode()).isEqualTo(404);
  }

  @Test
  void pages_and_our_own_messages_are_in_the_persons_language() throws Exception {
    Map<String, String> words =
        Map.of(
            "de", "gerade nicht prüfen",
            "ja", "現在パスワードを確認できません",
            "zh-CN", "目前无法验证您的密码",
            "pt-BR", "No momento não conseguimos");
    for (Map.Entry<String, String> language : words.entrySet()) {
      Browser browser = new Browser(LiveKeycloak.SERVER, REALM, language.getKey());
      GATEWAY.answers("mona", 503, "{\"verdict\":\"none\",\"reason\":\"source-throttled\"}");
      browser.submit(Map.of("username", "mona", "password", "Old-Passw0rd"));
      assertThat(browser.text()).contains(language.getValue()).contains("sluice-looks");
    }
    assertThat(new Browser(LiveKeycloak.SERVER, REALM, "de").text())
        .contains("Passwort vergessen?");
  }

  private static void look(Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    REST.get(REALM.path)
        .body()
        .path("attributes")
        .properties()
        .forEach(each -> all.putIfAbsent(each.getKey(), each.getValue().asText()));
    Rest.Reply reply = REST.put(REALM.path, Map.of("loginTheme", "sluice", "attributes", all));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  private static void client(Map<String, String> attributes) {
    String id = REST.get(REALM.path + "/clients?clientId=app").body().path(0).path("id").asText();
    Rest.Reply reply =
        REST.put(
            REALM.path + "/clients/" + id, Map.of("clientId", "app", "attributes", attributes));
    assertThat(reply.status()).as(reply.text()).isEqualTo(204);
  }

  private static String picture(String type) {
    return type + ";base64," + Base64.getEncoder().encodeToString(PICTURE);
  }

  private static HttpResponse<byte[]> logo(String name) throws Exception {
    URI address =
        LiveKeycloak.SERVER.url().resolve("/realms/" + REALM.name + "/sluice-login/logo/" + name);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
