package dev.sluice.cognito;

import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads all shards of a source at once, as a bulk run does. */
final class EverythingIn {
  private EverythingIn() {}

  static List<UserRecord> of(UserSource source) {
    List<UserRecord> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<UserRecord>>> shards =
          source.shards().stream().map(shard -> threads.submit(() -> of(source, shard))).toList();
      for (Future<List<UserRecord>> shard : shards) {
        all.addAll(shard.get());
      }
      return all;
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<UserRecord> of(UserSource source, Shard shard) {
    List<UserRecord> users = new ArrayList<>();
    String position = null;
    do {
      UserPage page = source.read(shard, position);
      users.addAll(page.users());
      position = page.next();
    } while (position != null);
    return users;
  }
}
