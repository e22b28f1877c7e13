package dev.sluice.app.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate for 127.0.0.1 that nobody has signed, with its key, as PEM files. */
final class MadeUpCertificate {
  private static final String PASSWORD = "made-up-store";
  private static final String NAME = "gateway";

  private final KeyStore store;
  private final GatewaySettings.Tls files;

  MadeUpCertificate(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = directory.resolve("store.p12");
    generate(file);
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    files =
        new GatewaySettings.Tls(
            pem(directory, "CERTIFICATE", store.getCertificate(NAME).getEncoded()),
            pem(directory, "PRIVATE KEY", store.getKey(NAME, PASSWORD.toCharArray()).getEncoded()));
  }

  GatewaySettings.Tls files() {
    return files;
  }

  /** Trusts this certificate alone. */
  SSLContext trust() throws GeneralSecurityException {
    return trust(null);
  }

  /** The same, and shows it to whoever asks. */
  SSLContext trustAndShow() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    return trust(managers.getKeyManagers());
  }

  private SSLContext trust(KeyManager @Nullable [] shown) throws GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    trusted.setCertificateEntry(NAME, store.getCertificate(NAME));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown, managers.getTrustManagers(), null);
    return context;
  }

  private static void generate(Path file) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                NAME,
                "-dname",
                "CN=gateway of a test",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }

  private static Path pem(Path directory, String kind, byte[] content) throws IOException {
    return Files.writeString(
        directory.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind));
  }
}
