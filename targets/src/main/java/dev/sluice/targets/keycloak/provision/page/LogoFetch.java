package dev.sluice.targets.keycloak.provision.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches a logo from the pool's address before the pool is gone. It changes nothing. */
final class LogoFetch {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The result of fetching. */
  sealed interface Fetched {
    record Got(Picture picture) implements Fetched {}

    /**
     * There is no logo to show.
     *
     * @param why the reason, for people
     */
    record Missing(String why) implements Fetched {}
  }

  private LogoFetch() {}

  static Fetched from(String url) {
    try {
      URI address = URI.create(url);
      return isSafe(address)
          ? get(address)
          : new Fetched.Missing("its address does not begin with https://");
    } catch (IllegalArgumentException _) {
      return new Fetched.Missing("its address is not valid");
    } catch (IOException e) {
      return new Fetched.Missing(String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Fetched.Missing("interrupted");
    }
  }

  private static Fetched get(URI address) throws IOException, InterruptedException {
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return answer.statusCode() == 200
            ? picture(body.readNBytes(Picture.MOST_BYTES + 1))
            : new Fetched.Missing("HTTP status " + answer.statusCode());
      }
    }
  }

  private static Fetched picture(byte[] bytes) {
    if (bytes.length > Picture.MOST_BYTES) {
      return new Fetched.Missing("it is larger than " + Picture.MOST_BYTES + " bytes");
    }
    return Picture.of(bytes)
        .<Fetched>map(Fetched.Got::new)
        .orElseGet(() -> new Fetched.Missing("it is not a PNG, JPEG, GIF, WebP or SVG"));
  }

  private static boolean isSafe(URI address) throws UnknownHostException {
    boolean http = "http".equals(address.getScheme()) && address.getHost() != null;
    return "https".equals(address.getScheme())
        || (http && InetAddress.getByName(address.getHost()).isLoopbackAddress());
  }
}
