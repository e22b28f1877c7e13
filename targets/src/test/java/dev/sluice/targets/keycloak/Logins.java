package dev.sluice.targets.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** People who log in to a realm: an application with their password, or they by Keycloak's form. */
public record Logins(KeycloakOptions realm) {
  private static final String OPENID = "/protocol/openid-connect";
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern FORGOT = Pattern.compile("href=\"([^\"]*reset-credentials[^\"]*)\"");

  /** Makes the client that they log in to. */
  public void makeClient(KeycloakApi api) throws TroubleException {
    api.post(
            api.realm("/clients"),
            JsonMapper.shared()
                .readTree(
                    """
                    {"clientId":"app","publicClient":true,"directAccessGrantsEnabled":true,
                     "redirectUris":["http://127.0.0.1/app/*"]}
                    """))
        .expectOk();
  }

  /** With the password grant. */
  public HttpResponse<String> byGrant(String login, String password) {
    return new Visit()
        .post(
            URI.create(
                realm.url() + "/realms/" + UrlPath.encode(realm.realm()) + OPENID + "/token"),
            Map.of(
                "grant_type", "password",
                "client_id", "app",
                "scope", "openid",
                "username", login,
                "password", password));
  }

  /** Through the form: what comes after it. */
  HttpResponse<String> byForm(String login, String password) {
    var visit = new Visit();
    HttpResponse<String> page = visit.get(form());
    return visit.post(found(FORM, page.body()), Map.of("username", login, "password", password));
  }

  /** The names of the fields that sign-up asks for. */
  public List<String> signUpFields() {
    Matcher field =
        Pattern.compile("<(?:input|select|textarea)[^>]*\\bname=\"([^\"]+)\"")
            .matcher(new Visit().get(signUp()).body());
    List<String> names = new ArrayList<>();
    while (field.find()) {
      names.add(field.group(1));
    }
    return names;
  }

  /** Signs up: what comes after it. */
  public HttpResponse<String> signUp(Map<String, String> fields) {
    var visit = new Visit();
    return visit.post(found(FORM, visit.get(signUp()).body()), fields);
  }

  private URI signUp() {
    return URI.create(form().toString().replace(OPENID + "/auth?", OPENID + "/registrations?"));
  }

  /** By "forgot password" instead: what its page says. */
  String forgot(String login) {
    var visit = new Visit();
    HttpResponse<String> page = visit.get(found(FORGOT, visit.get(form()).body()));
    page = visit.post(found(FORM, page.body()), Map.of("username", login));
    return page.statusCode() == 302
        ? visit.get(URI.create(page.headers().firstValue("Location").orElseThrow())).body()
        : page.body();
  }

  private URI form() {
    return URI.create(
        realm.url()
            + "/realms/"
            + realm.realm()
            + OPENID
            + "/auth?client_id=app&response_type=code&scope=openid"
            + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fapp%2F");
  }

  private URI found(Pattern link, String page) {
    Matcher matcher = link.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return realm.url().resolve(matcher.group(1).replace("&amp;", "&"));
  }

  /** Whether the application was sent a code for tokens. */
  public static boolean isLoggedIn(HttpResponse<String> afterForm) {
    String location = afterForm.headers().firstValue("Location").orElse("");
    return location.startsWith("http://127.0.0.1/app/") && location.contains("code=");
  }

  /** The subject of the access token. */
  public static String subject(HttpResponse<String> granted) {
    assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    String token = JsonMapper.shared().readTree(granted.body()).path("access_token").asString("");
    String claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    return JsonMapper.shared().readTree(claims).path("sub").asString("");
  }

  /** One person's browser, which keeps cookies. */
  private static final class Visit {
    private final Map<String, String> cookies = new LinkedHashMap<>();

    HttpResponse<String> get(URI address) {
      return send(HttpRequest.newBuilder(address));
    }

    HttpResponse<String> post(URI address, Map<String, String> fields) {
      String form =
          fields.entrySet().stream()
              .map(field -> field.getKey() + "=" + UrlPath.encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
      }
      try (var http = HttpClient.newHttpClient()) {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
          String pair = set.split(";", 2)[0];
          int equals = pair.indexOf('=');
          cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return answer;
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
