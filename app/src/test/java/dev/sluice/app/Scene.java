package dev.sluice.app;

import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.Quotas;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pool, a target and a folder with a {@code sluice.yaml}, in which commands are run. */
public final class Scene implements AutoCloseable {
  private final Path folder;
  private final RehearsalPool pool;

  /** What a command said and how it ended. */
  public record Result(int code, String out, String err) {
    public JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  public Scene(Path folder, int users) throws IOException {
    this(
        folder,
        RehearsalOptions.standard()
            .withUsers(users)
            .withOnlyOrdinaryUsers(true)
            .withSeed(7)
            .withQuotas(Quotas.off()));
  }

  public Scene(Path folder, RehearsalOptions options) throws IOException {
    this.folder = folder;
    this.pool = RehearsalPool.start(options);
    configure("hybrid");
  }

  public void configure(String mode) {
    configure(mode, 1_000);
  }

  public void configure(String mode, int requestsPerSecond) {
    yaml().mode(mode).cognito("requests-per-second", requestsPerSecond).write(config());
  }

  /** Begins another {@code sluice.yaml} for the same pool and target. */
  public SluiceYamlWriter yaml() {
    return new SluiceYamlWriter(pool.userPoolId(), pool.endpoint(), pool.clientId())
        .cognito("app-client-secret", pool.clientSecret())
        .cognito("requests-per-second", 1_000)
        .target("notebook", Map.of("page", folder.toString()))
        .mode("hybrid")
        .mapping("groups", Map.of("admins", "/staff/admins"))
        .gateway(7171, "0123456789abcdef0123456789abcdef");
  }

  public Path config() {
    return folder.resolve("sluice.yaml");
  }

  public RehearsalPool pool() {
    return pool;
  }

  public FakeTarget target() {
    return NotebookFactory.page(folder.toString());
  }

  public LedgerStore ledger() {
    return LedgerStore.open("jdbc:sqlite:" + folder.resolve(".sluice/ledger.db"));
  }

  public Result run(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--config";
    all[args.length + 1] = config().toString();
    return sluice(all);
  }

  public static Result sluice(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Sluice.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Result(code, out.toString(), err.toString());
  }

  @Override
  public void close() {
    pool.close();
  }
}
