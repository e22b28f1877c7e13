package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.servers.keycloak.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Enough of a browser to fill in forms: it keeps cookies and follows redirects by hand. */
final class Browser {
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies;
  private URI server;
  private final String realm;
  private final String language;
  private HttpResponse<String> page;

  Browser(KeycloakServer keycloak, TestRealm realm) throws Exception {
    this(keycloak, realm, "en");
  }

  /** Of a person who reads this language. */
  Browser(KeycloakServer keycloak, TestRealm realm, String language) throws Exception {
    this(keycloak.url(), realm.name, language, new LinkedHashMap<>());
  }

  private Browser(URI server, String realm, String language, Map<String, String> cookies)
      throws Exception {
    this.server = server;
    this.realm = realm;
    this.language = language;
    this.cookies = cookies;
    page =
        visit(
            server.resolve(
                "/realms/"
                    + realm
                    + "/protocol/openid-connect/auth?client_id=app&response_type=code"
                    + "&scope=openid&redirect_uri=http%3A%2F%2F127.0.0.1%2Fapp%2F"));
    assertThat(page.statusCode()).isEqualTo(200);
  }

  /** Another tab of the same browser, at the login page of its own. */
  Browser newTab() throws Exception {
    return new Browser(server, realm, language, cookies);
  }

  /** What a field of the page holds. */
  String field(String name) {
    Matcher field =
        Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
            .matcher(page.body());
    assertThat(field.find()).as(page.body()).isTrue();
    return field.group(1);
  }

  /** Goes somewhere on the server, for instance where a mail says. */
  void open(URI address) throws Exception {
    page = visit(address);
    followRedirects();
  }

  /** Fills in the form that is shown; what comes then is shown or was redirected to. */
  Browser submit(Map<String, String> fields) throws Exception {
    return submit(fields, address -> address);
  }

  /** Sends the form that is shown elsewhere, as somebody would who tampers with it. */
  Browser submit(Map<String, String> fields, UnaryOperator<String> elsewhere) throws Exception {
    Matcher form = FORM.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    page =
        send(
            HttpRequest.newBuilder(here(elsewhere.apply(form.group(1).replace("&amp;", "&"))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Rest.encoded(fields))));
    followRedirects();
    return this;
  }

  /** From now on another node of the cluster gets what this sends, as a proxy may have it. */
  void isSentTo(KeycloakServer node) {
    server = node.url();
  }

  private URI here(String link) {
    URI address = server.resolve(link);
    return server.resolve(address.getRawPath() + "?" + address.getRawQuery());
  }

  /** Up to the first that leaves the server. */
  private void followRedirects() throws Exception {
    while (page.statusCode() == 302 && location().startsWith(server.toString())) {
      page = visit(URI.create(location()));
    }
  }

  /** The link on the page whose address contains this. */
  URI link(String part) {
    Matcher link =
        Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"").matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return server.resolve(link.group(1).replace("&amp;", "&"));
  }

  /** Whether the login succeeded: the application got its code. */
  boolean isLoggedIn() {
    return page.statusCode() == 302
        && location().startsWith("http://127.0.0.1/app/")
        && location().contains("code=");
  }

  /** The code that the application got, to ask for tokens with. */
  String code() {
    Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location());
    assertThat(code.find()).as(location()).isTrue();
    return code.group(1);
  }

  String text() {
    return page.body();
  }

  int status() {
    return page.statusCode();
  }

  /** Where the last answer leads to; empty if it is a page. */
  String location() {
    return page.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> visit(URI address) throws Exception {
    return send(HttpRequest.newBuilder(address));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.header("Accept-Language", language);
    String all =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    if (!all.isEmpty()) {
      request.header("Cookie", all);
    }
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String pair = set.split(";", 2)[0];
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return answer;
  }
}
