package dev.sluice.app;

import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.Quotas;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

  public void configure(String mode) throws IOException {
    configure(mode, 1_000);
  }

  public void configure(String mode, int requestsPerSecond) throws IOException {
    Files.writeString(
        config(),
        """
        source:
          cognito:
            user-pool-id: %s
            endpoint: %s
            app-client-id: %s
            app-client-secret: %s
            requests-per-second: %d
        target:
          notebook:
            page: %s
        mode: %s
        mapping:
          groups:
            admins: /staff/admins
        gateway:
          url: http://127.0.0.1:7171
          token: 0123456789abcdef0123456789abcdef
        """
            .formatted(
                pool.userPoolId(),
                pool.endpoint(),
                pool.clientId(),
                pool.clientSecret(),
                requestsPerSecond,
                folder,
                mode));
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
