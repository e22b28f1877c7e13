package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;
import static dev.sluice.rehearsal.quota.QuotaCategory.IDENTITY_POOL_READ;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Lists;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PageTokens;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Identity pools that give AWS credentials to the user pool's users, and one that belongs to
 * another pool.
 */
final class IdentityPools {
  private static final int PAGE = 60;
  private static final String SERVICE = "cognito-identity";

  private final PoolIdentity pool;
  private final Lists lists;
  private final List<JsonNode> fixed =
      FixedSettings.read("identity-pools.json").valueStream().toList();

  IdentityPools(PoolIdentity pool, PageTokens tokens) {
    this.pool = pool;
    this.lists = new Lists(tokens);
  }

  List<Operation> operations() {
    return List.of(
        operation("ListIdentityPools", this::list),
        operation("DescribeIdentityPool", this::describe),
        operation("GetIdentityPoolRoles", this::roles));
  }

  private static Operation operation(String name, Function<Call, Answer> does) {
    return new Operation(SERVICE, name, IDENTITY_POOL_READ, true, does);
  }

  private Answer list(Call call) {
    List<Integer> numbers = IntStream.range(0, fixed.size()).boxed().toList();
    return lists.page(call, "IdentityPools", PAGE, numbers, this::briefly);
  }

  private ObjectNode briefly(int number) {
    return JSON.createObjectNode()
        .put("IdentityPoolId", id(number))
        .put("IdentityPoolName", fixed.get(number).get("IdentityPoolName").asString());
  }

  private Answer describe(Call call) {
    int number = number(call);
    JsonNode settings = fixed.get(number);
    ObjectNode answer = briefly(number);
    answer.set("AllowUnauthenticatedIdentities", settings.get("AllowUnauthenticatedIdentities"));
    ArrayNode trusted = answer.putArray("CognitoIdentityProviders");
    settings.get("clients").valueStream().forEach(name -> trusted.add(trust(name.asString())));
    if (trusted.isEmpty()) {
      trusted.addObject().put("ProviderName", issuer("Another01")).put("ClientId", "another");
    }
    return Answer.of(answer);
  }

  private ObjectNode trust(String clientName) {
    String client =
        pool.clients().stream()
            .filter(each -> each.name().equals(clientName))
            .findFirst()
            .orElseThrow()
            .id();
    return JSON.createObjectNode()
        .put("ProviderName", issuer(pool.id().substring(pool.id().indexOf('_') + 1)))
        .put("ClientId", client)
        .put("ServerSideTokenCheck", false);
  }

  private String issuer(String name) {
    return "cognito-idp." + pool.region() + ".amazonaws.com/" + pool.region() + "_" + name;
  }

  private Answer roles(Call call) {
    int number = number(call);
    ObjectNode answer = JSON.createObjectNode().put("IdentityPoolId", id(number));
    return Answer.of(answer.set("Roles", fixed.get(number).get("Roles")));
  }

  private int number(Call call) {
    String id = call.text("IdentityPoolId");
    return IntStream.range(0, fixed.size())
        .filter(number -> id(number).equals(id))
        .findFirst()
        .orElseThrow(() -> CognitoError.notFound("IdentityPool '" + id + "' not found."));
  }

  private String id(int number) {
    return pool.region() + ":00000000-0000-4000-8000-%012d".formatted(number);
  }
}
