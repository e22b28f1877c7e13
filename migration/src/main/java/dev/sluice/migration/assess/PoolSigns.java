package dev.sluice.migration.assess;

import com.google.errorprone.annotations.FormatMethod;
import dev.sluice.api.pool.IdentityPool;
import dev.sluice.api.pool.LambdaTrigger;
import dev.sluice.api.pool.PoolDomain;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.migration.assess.Sign.Side;
import dev.sluice.migration.assess.Sign.Weight;
import dev.sluice.migration.assess.estimate.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives signs for staying and for leaving from the pool's configuration. */
final class PoolSigns {
  private static final int NAMES = 5;

  private final PoolInventory pool;
  private final List<Sign> signs = new ArrayList<>();

  private PoolSigns(PoolInventory pool) {
    this.pool = pool;
  }

  static List<Sign> of(PoolInventory pool, Prices prices) {
    PoolSigns signs = new PoolSigns(pool);
    signs.credentials();
    signs.triggers();
    signs.machines(prices);
    signs.little();
    return signs.signs;
  }

  private void credentials() {
    List<IdentityPool> trusting = pool.identityPools();
    if (!trusting.isEmpty()) {
      add(
          Side.STAY,
          Weight.MUCH,
          "Identity pools hand out AWS credentials to this pool's users (%s): each needs"
              + " another way to AWS before the pool can be removed.",
          names(trusting.stream().map(IdentityPool::name)));
    } else if (!pool.read(PoolPart.IDENTITY_POOLS)) {
      add(
          Side.STAY,
          Weight.LITTLE,
          "Whether identity pools hand out AWS credentials to this pool's users could not be"
              + " read. If one does, that weighs heavily.");
    }
  }

  private void triggers() {
    if (!pool.triggers().isEmpty()) {
      add(
          Side.STAY,
          Weight.SOME,
          "Lambda triggers take part in its logins (%s): what they do must be rebuilt.",
          names(pool.triggers().stream().map(LambdaTrigger::name)));
    }
  }

  private void machines(Prices prices) {
    List<String> machines =
        pool.clients().stream().filter(PoolSigns::machine).map(AppClient::name).toList();
    if (!machines.isEmpty()) {
      add(
          Side.LEAVE,
          Weight.LITTLE,
          "App clients sign in as machines (%s): 1,000 tokens cost %s %s. Your bill shows"
              + " how many they fetch.",
          names(machines.stream()),
          prices.perThousandTokens().toPlainString(),
          prices.currency());
    }
  }

  /**
   * Adds a sign if the pool uses little that would be missed; a part that could not be read does
   * not count as unused.
   */
  private void little() {
    boolean plain =
        Stream.of(PoolPart.IDENTITY_PROVIDERS, PoolPart.DOMAINS, PoolPart.CLIENTS)
                .allMatch(pool::read)
            && pool.identityProviders().isEmpty()
            && pool.domains().stream().noneMatch(PoolDomain::custom)
            && pool.clients().stream().noneMatch(PoolSigns::machine)
            && pool.triggers().isEmpty();
    if (plain) {
      add(
          Side.STAY,
          Weight.LITTLE,
          "It uses little of what other systems would do differently: no identity provider, no"
              + " domain of its own, no trigger, no machines.");
    }
  }

  private static boolean machine(AppClient client) {
    return client.oauth().allows("client_credentials");
  }

  private static String names(Stream<String> names) {
    List<String> all = names.toList();
    String first = all.stream().limit(NAMES).collect(Collectors.joining(", "));
    return all.size() > NAMES
        ? String.format(Locale.ROOT, "%s and %,d more", first, all.size() - NAMES)
        : first;
  }

  @FormatMethod
  private void add(Side side, Weight weight, String text, Object... values) {
    signs.add(new Sign(side, weight, String.format(Locale.ROOT, text, values)));
  }
}
