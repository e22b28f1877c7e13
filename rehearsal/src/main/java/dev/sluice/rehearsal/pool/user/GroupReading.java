package dev.sluice.rehearsal.pool.user;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_POOL_RESOURCE_READ;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_RESOURCE_READ;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PageTokens;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.user.GroupRoster;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ListGroups and AdminListGroupsForUser. */
public final class GroupReading {

  private static final int PAGE = 60;
  private static final double CREATED = 1_519_891_200;

  private final PoolIdentity pool;
  private final Directory directory;
  private final PageTokens tokens;

  public GroupReading(PoolIdentity pool, Directory directory, PageTokens tokens) {
    this.pool = pool;
    this.directory = directory;
    this.tokens = tokens;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.signed("ListGroups", USER_POOL_RESOURCE_READ, this::listGroups),
        Operation.signed("AdminListGroupsForUser", USER_RESOURCE_READ, this::groupsOfUser));
  }

  private Answer listGroups(Call call) {
    GroupRoster roster = directory.made().roster();
    List<String> names = IntStream.range(0, roster.count()).mapToObj(roster::name).toList();
    return page(names, call, "groups");
  }

  private Answer groupsOfUser(Call call) {
    MadeUser user = directory.resolve(call.text("Username")).orElseThrow(CognitoError::noSuchUser);
    return page(user.groups(), call, "groups of " + user.sub());
  }

  private Answer page(List<String> names, Call call, String what) {
    int limit = call.limit("Limit", PAGE);
    String parameters = what + " " + limit;
    int from =
        Math.toIntExact(
            call.optional("NextToken").map(token -> tokens.read(token, parameters)).orElse(0L));
    int end = Math.min(names.size(), from + limit);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode groups = answer.putArray("Groups");
    names.subList(Math.min(from, end), end).forEach(name -> groups.add(group(name)));
    if (end < names.size()) {
      answer.put("NextToken", tokens.write(end, parameters));
    }
    return Answer.of(answer);
  }

  /** Describes a group; every other group has a role and a precedence. */
  private ObjectNode group(String name) {
    int number = directory.made().roster().number(name).orElse(0);
    ObjectNode group = JSON.createObjectNode();
    group.put("GroupName", name);
    group.put("UserPoolId", pool.id());
    group.put("Description", "Made-up group number " + number);
    if (number % 2 == 0) {
      group.put("RoleArn", "arn:aws:iam::000000000000:role/rehearsal-" + number);
      group.put("Precedence", directory.made().roster().precedence(number));
    }
    group.put("CreationDate", CREATED + number);
    group.put("LastModifiedDate", CREATED + number);
    return group;
  }
}
