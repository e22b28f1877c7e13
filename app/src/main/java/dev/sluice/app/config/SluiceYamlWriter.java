package dev.sluice.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a {@code sluice.yaml} as an owner would: what is not said here keeps its default. */
public final class SluiceYamlWriter {
  private final Map<String, Object> all = new LinkedHashMap<>();
  private final Map<String, Object> cognito = new LinkedHashMap<>();

  /**
   * Begins with the pool.
   *
   * @param endpoint where the pool answers in place of AWS
   * @param appClientId the app client through which passwords are checked
   */
  public SluiceYamlWriter(String userPoolId, URI endpoint, String appClientId) {
    cognito.put("user-pool-id", userPoolId);
    cognito.put("endpoint", endpoint.toString());
    cognito.put("app-client-id", appClientId);
    all.put("source", Map.of("cognito", cognito));
  }

  /** Sets one more key of {@code source.cognito}. */
  public SluiceYamlWriter cognito(String key, Object value) {
    cognito.put(key, value);
    return this;
  }

  /** Names the target, with its own keys. */
  public SluiceYamlWriter target(String name, Map<String, ?> values) {
    all.put("target", Map.of(name, new TreeMap<>(values)));
    return this;
  }

  /** Sets {@code mode}. */
  public SluiceYamlWriter mode(String mode) {
    all.put("mode", mode);
    return this;
  }

  /**
   * Sets {@code mapping}.
   *
   * @param of {@code attributes} or {@code groups}
   */
  public SluiceYamlWriter mapping(String of, Map<String, String> names) {
    all.put("mapping", Map.of(of, new TreeMap<>(names)));
    return this;
  }

  /** Says where the ledger is. */
  public SluiceYamlWriter ledger(String jdbcUrl) {
    all.put("ledger", Map.of("url", jdbcUrl));
    return this;
  }

  /** Has the gateway listen on a port of this machine, where the target reaches it. */
  public SluiceYamlWriter gateway(int port, String token) {
    Map<String, Object> gateway = new LinkedHashMap<>();
    gateway.put("port", port);
    gateway.put("url", "http://127.0.0.1:" + port);
    gateway.put("token", token);
    all.put("gateway", gateway);
    return this;
  }

  /** Returns the text; it ends inside {@code source.cognito} if nothing else was set. */
  public String text() {
    DumperOptions block = new DumperOptions();
    block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    block.setSplitLines(false);
    return new Yaml(block).dump(all);
  }

  /** Writes the text to a file, in place of what it held. */
  public void write(Path file) {
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
