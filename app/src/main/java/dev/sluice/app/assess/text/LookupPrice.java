package dev.sluice.app.assess.text;

import dev.sluice.api.source.PoolDescription;
import dev.sluice.migration.assess.estimate.Prices;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The price of looking up second factors.
 *
 * @param users the number of users that would be looked up
 * @param atMost the price on the dearest plan if none of them is active this month anyway
 */
public record LookupPrice(long users, BigDecimal atMost, Prices prices) {

  public static LookupPrice of(PoolDescription pool, OptionalLong sample, Prices prices) {
    long users = Math.min(pool.estimatedUsers(), sample.orElse(Long.MAX_VALUE));
    return new LookupPrice(users, prices.lookups(users), prices);
  }

  public List<String> lines() {
    return List.of(
        Words.of(
            "Looking up the second factors of %,d users calls AdminGetUser for each, and AWS"
                + " bills each as active this month. That costs at most %s; the free tier and"
                + " users who are active anyway reduce it.",
            users, Words.money(atMost, prices.currency())),
        Words.prices(prices),
        "Nothing was read. To look them up, add --accept-cost; for fewer users, add --sample N;"
            + " otherwise omit --with-mfa.");
  }

  public ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", false);
    json.put("usersToLookUp", users);
    json.put("costAtMost", atMost);
    json.put("currency", prices.currency());
    json.put("pricesAsOf", prices.asOf().toString());
    return json;
  }
}
