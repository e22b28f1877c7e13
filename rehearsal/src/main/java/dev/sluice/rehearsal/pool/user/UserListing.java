package dev.sluice.rehearsal.pool.user;

import static dev.sluice.rehearsal.quota.QuotaCategory.USER_LIST;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PageTokens;
import dev.sluice.rehearsal.pool.call.Sequence;
import dev.sluice.rehearsal.user.GroupRoster;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** ListUsers and ListUsersInGroup. */
public final class UserListing {

  private static final int PAGE = 60;

  /** One page in this many is short, where short pages are on. */
  private static final int SHORT_EVERY = 64;

  private final Directory directory;
  private final PageTokens tokens;
  private final ListingHabits habits;

  public UserListing(Directory directory, PageTokens tokens, ListingHabits habits) {
    this.directory = directory;
    this.tokens = tokens;
    this.habits = habits;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.signed("ListUsers", USER_LIST, this::listUsers),
        Operation.signed("ListUsersInGroup", USER_LIST, this::listUsersInGroup));
  }

  private Answer listUsers(Call call) {
    String filter = call.optional("Filter").orElse("");
    List<String> wanted = call.list("AttributesToGet");
    int limit = call.limit("Limit", PAGE);
    String parameters = "users " + limit + " " + wanted + " " + filter;
    long from =
        call.optional("PaginationToken").map(token -> tokens.read(token, parameters)).orElse(0L);
    Page page =
        filter.isBlank()
            ? page(allUsers(), from, limit, user -> true)
            : filtered(SearchFilter.parse(filter), from, limit);
    return answer(page, "PaginationToken", parameters, new HashSet<>(wanted));
  }

  private Page filtered(SearchFilter filter, long from, int limit) {
    Sequence users =
        filter.isSubPrefix()
            ? Sequence.of(directory.lookup().bySubPrefix(filter.value())).then(added())
            : filter.isExactLogin()
                ? Sequence.of(directory.candidates(filter.value()).toList())
                : allUsers();
    return page(users, from, limit, user -> filter.matches(user) && !passedOver(filter, user));
  }

  /** Returns whether a user is missed: every third user, by the last digit of its sub. */
  private boolean passedOver(SearchFilter filter, MadeUser user) {
    return filter.isSubPrefix()
        && !habits.prefixesReachEverybody()
        && Character.digit(user.sub().charAt(user.sub().length() - 1), 16) % 3 == 0;
  }

  private Answer listUsersInGroup(Call call) {
    String name = call.text("GroupName");
    GroupRoster roster = directory.made().roster();
    int group = roster.number(name).orElseThrow(() -> CognitoError.notFound("Group not found."));
    int limit = call.limit("Limit", PAGE);
    String parameters = "group " + limit + " " + name;
    long from = call.optional("NextToken").map(token -> tokens.read(token, parameters)).orElse(0L);
    Sequence members =
        new Sequence(roster.members(group), place -> roster.member(group, place))
            .then(Sequence.of(joined(name)));
    Page page = page(members, from, limit, user -> user.groups().contains(name));
    return answer(page, "NextToken", parameters, Set.of());
  }

  /** Returns the users whom calls put into the group and who were not made in it. */
  private List<Long> joined(String group) {
    GroupRoster roster = directory.made().roster();
    return directory.changedIndexes().stream()
        .filter(index -> !roster.groupsOf(index).contains(group))
        .toList();
  }

  private Sequence allUsers() {
    return Sequence.of(directory.lookup().bySubPrefix("")).then(added());
  }

  private Sequence added() {
    return Sequence.of(directory.addedIndexes());
  }

  private Page page(Sequence users, long from, int limit, Predicate<MadeUser> wanted) {
    boolean isShort =
        habits.shortPages() && from > 0 && limit > 1 && from / limit % SHORT_EVERY == 1;
    long start = habits.listsTwice() && from > 0 && limit > 1 ? from - 1 : from;
    return Page.of(directory, users, start, isShort ? limit - limit / 3 : limit, wanted);
  }

  private Answer answer(Page page, String tokenName, String parameters, Set<String> wanted) {
    if (!page.users().stream().allMatch(user -> user.attributes().keySet().containsAll(wanted))) {
      throw CognitoError.invalidParameter("One or more requested attributes do not exist.");
    }
    return json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("Users");
      page.users().forEach(user -> UserJson.writeUser(json, user, wanted));
      json.writeEndArray();
      if (page.next() >= 0) {
        json.writeStringProperty(tokenName, tokens.write(page.next(), parameters));
      }
      json.writeEndObject();
    };
  }
}
