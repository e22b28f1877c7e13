package dev.sluice.keycloak.live;

import static dev.sluice.keycloak.live.OnMariaDb.isCreated;
import static dev.sluice.keycloak.live.OnMariaDb.isRefused;
import static dev.sluice.keycloak.live.OnMariaDb.plain;
import static dev.sluice.keycloak.live.OnMariaDb.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a database cannot store, and what it takes for one, concerns only whom it is about. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before the first test
class MariaDbImportTest {
  private static final String PARTY = "\uD83C\uDF89";
  private static final FakeGateway GATEWAY = new FakeGateway();

  private static TestRealm realm;

  private final String unique = UUID.randomUUID().toString().substring(0, 13);

  @BeforeAll
  static void start() {
    assumeTrue(OnMariaDb.IS_INSTALLED, OnMariaDb.SKIPPED);
    realm = OnMariaDb.realm(GATEWAY, "hybrid");
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void users_are_read_back_as_they_were_imported() {
    String id = UUID.randomUUID().toString();
    ObjectNode person = People.person(id, "Zoë ß ł 日本-" + unique);

    isCreated(realm.bring(person).getFirst());

    JsonNode there = stored(realm, person).getFirst();
    assertThat(there.path("username").asText()).isEqualTo("zoë ß ł 日本-" + unique);
    assertThat(there.path("givenName")).isEqualTo(person.path("givenName"));
    assertThat(there.path("attributes").path("plan"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("gold", "silver");
    assertThat(there.path("groups"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("/staff/admins", "/readers");
    assertThat(there.path("linked").asBoolean()).isTrue();
    assertThat(realm.whyNotFaster()).isEqualTo("the database is MariaDB, not PostgreSQL");
  }

  @Test
  void an_id_that_differs_by_case_is_another_one() {
    ObjectNode user = plain(UUID.randomUUID().toString());
    String upper = user.path("id").asText().toUpperCase(java.util.Locale.ROOT);
    isCreated(realm.bring(user).getFirst());

    isRefused(
        realm.bring(plain(upper).put("username", "other-" + unique).putNull("email")).getFirst(),
        "id " + upper);

    assertThat(stored(realm, plain(upper))).isEmpty();
    assertThat(OnMariaDb.ONE.get(realm.path + "/sluice/users/" + upper).status()).isEqualTo(404);
  }

  @Test
  void only_those_with_a_character_that_cannot_be_stored_are_refused_and_told_where() {
    ObjectNode name = plain().put("givenName", "Una " + PARTY);
    ObjectNode username = plain().put("username", PARTY + unique);
    ObjectNode attribute = plain();
    attribute.putObject("attributes").putArray("mood").add("gold").add(PARTY);
    ObjectNode longOne = plain();
    longOne.putObject("attributes").putArray("essay").add("x".repeat(300) + PARTY);
    ObjectNode group = plain();
    group.putArray("groups").add("party " + PARTY);

    List<JsonNode> outcomes =
        realm.bring(plain(), plain(), name, plain(), username, attribute, longOne, group, plain());

    Stream.of(0, 1, 3, 8).map(outcomes::get).forEach(OnMariaDb::isCreated);
    isRefused(outcomes.get(2), "given name", PARTY + " (U+1F389)", "USER_ENTITY.FIRST_NAME");
    isRefused(outcomes.get(4), "username", "U+1F389");
    isRefused(outcomes.get(5), "attribute mood", "USER_ATTRIBUTE.VALUE (utf8mb3)");
    isRefused(outcomes.get(6), "attribute essay", "USER_ATTRIBUTE.LONG_VALUE");
    isRefused(outcomes.get(7), "name of the group \"party " + PARTY, "KEYCLOAK_GROUP.NAME");
  }

  @Test
  void a_character_fits_once_its_column_is_converted() {
    ObjectNode user = plain().put("familyName", "Una " + PARTY);
    isRefused(realm.bring(user).getFirst(), "family name", "convert that column to utf8mb4");
    OnMariaDb.SERVER.query(
        OnMariaDb.DATABASE,
        "alter table USER_ENTITY modify LAST_NAME varchar(255) character set utf8mb4");

    isCreated(realm.bring(user).getFirst());

    assertThat(stored(realm, user).getFirst().path("familyName").asText())
        .isEqualTo("Una " + PARTY);
  }

  @Test
  void nobody_is_put_into_a_group_of_another_name() {
    List<String> names =
        Stream.of("Admins", "admins", "ädmins", "admins ", "/staff/user", "/staff/Üser")
            .map(name -> name.startsWith("/") ? name + unique : unique + name)
            .toList();
    List<ObjectNode> users = names.stream().map(MariaDbImportTest::inGroup).toList();

    List<JsonNode> outcomes = realm.bring(users.toArray(ObjectNode[]::new));

    isCreated(outcomes.getFirst());
    isRefused(
        outcomes.get(1),
        "\"" + unique + "admins\"",
        "\"/" + unique + "Admins\"",
        "have one name to this database",
        "mapping.groups");
    isRefused(outcomes.get(2), "ädmins");
    isRefused(outcomes.get(3), "admins \"");
    isRefused(outcomes.get(5), "/staff/Üser" + unique, "/staff/user" + unique);
    assertThat(stored(realm, users.toArray(JsonNode[]::new)))
        .extracting(user -> user.path("groups").path(0).asText())
        .containsExactlyInAnyOrder("/" + unique + "Admins", "/staff/user" + unique);
  }

  @Test
  void which_groups_are_one_is_told_before_anybody_is_imported() {
    realm.bring(inGroup("There" + unique));

    Rest.Reply told =
        OnMariaDb.ONE.post(
            realm.path + "/sluice/groups/check",
            Map.of(
                "groups",
                List.of(
                    "there" + unique,
                    "/a" + unique + "/x",
                    "/A" + unique + "/X",
                    "b" + unique,
                    "b" + unique + " ",
                    PARTY)));

    assertThat(told.status()).as(told.text()).isEqualTo(200);
    assertThat(told.body().path("problems").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "there" + unique, "/A" + unique + "/X", "b" + unique + " ", PARTY);
    assertThat(told.body().path("problems").path("/A" + unique + "/X").asText())
        .contains("/a" + unique + "/x", "one name to this database");
  }

  @Test
  void a_changed_user_does_not_get_into_a_group_of_another_name() {
    ObjectNode user = inGroup("Staff" + unique);
    isCreated(realm.bring(user).getFirst());
    ObjectNode changed = user.deepCopy();
    changed.putArray("groups").add("staff" + unique);

    Rest.Reply reply =
        OnMariaDb.ONE.post(
            realm.path + "/sluice/updates",
            Map.of(
                "groups",
                List.of("Staff" + unique, "staff" + unique),
                "updates",
                List.of(Map.of("user", changed, "mayEnable", true))));

    isRefused(reply.body().path("outcomes").path(0), "staff" + unique);
    assertThat(stored(realm, user).getFirst().path("groups"))
        .hasToString("[\"/Staff" + unique + "\"]");
  }

  @Test
  void names_and_addresses_that_are_one_to_the_database_are_told_with_whose_they_are() {
    ObjectNode jose = plain().put("username", "José-" + unique);
    ObjectNode mail = plain().put("email", "müller-" + unique + "@example.org");
    realm.bring(jose, mail);
    ObjectNode first = plain().put("username", "Straße " + unique);

    List<JsonNode> outcomes =
        realm.bring(
            plain().put("username", "jose-" + unique),
            plain().put("email", "muller-" + unique + "@example.org"),
            first,
            plain().put("username", "strase " + unique),
            plain());

    isRefused(outcomes.get(0), "username jose-" + unique, jose.path("id").asText());
    isRefused(outcomes.get(1), "email muller-" + unique, mail.path("id").asText());
    isCreated(outcomes.get(2));
    isRefused(outcomes.get(3), "username strase " + unique, first.path("id").asText());
    isCreated(outcomes.get(4));
  }

  @Test
  void accounts_at_providers_that_are_one_to_the_database_are_refused() {
    ObjectNode there = linkedTo("aBcD-" + unique);
    realm.bring(there);
    ObjectNode first = linkedTo("eF-" + unique);

    List<JsonNode> outcomes =
        realm.bring(linkedTo("AbCd-" + unique), first, linkedTo("Ef-" + unique), plain());

    isRefused(outcomes.get(0), "AbCd-" + unique, there.path("id").asText());
    isCreated(outcomes.get(1));
    isRefused(outcomes.get(2), "Ef-" + unique, first.path("id").asText());
    isCreated(outcomes.get(3));
  }

  @Test
  void two_attributes_of_a_user_with_one_name_to_the_database_are_refused() {
    ObjectNode user = plain();
    user.putObject("attributes").set("Plan", Rest.JSON.createArrayNode().add("gold"));
    user.withObject("/attributes").putArray("plan").add("silver");

    isRefused(realm.bring(user).getFirst(), "attributes", "Plan", "plan", "mapping.attributes");
  }

  @Test
  void a_user_whom_the_database_never_takes_is_refused_and_all_others_are_created() {
    OnMariaDb.SERVER.query(
        OnMariaDb.DATABASE,
        "create trigger never before insert on USER_ENTITY for each row begin if new.username ="
            + " 'never-"
            + unique
            + "' then signal sqlstate '45000' set message_text = 'not this one'; end if; end");
    var users = new ArrayList<ObjectNode>();
    IntStream.range(0, 20).forEach(n -> users.add(plain()));
    users.get(7).put("username", "never-" + unique);
    try {
      List<JsonNode> outcomes = realm.bring(users.toArray(ObjectNode[]::new));

      isRefused(outcomes.remove(7), "the database refuses it", "not this one");
      assertThat(outcomes).allSatisfy(OnMariaDb::isCreated);
    } finally {
      OnMariaDb.SERVER.query(OnMariaDb.DATABASE, "drop trigger never");
    }
  }

  @Test
  void while_nobody_can_be_written_nobody_is_refused() {
    OnMariaDb.SERVER.query(
        OnMariaDb.DATABASE,
        "create trigger nobody before insert on USER_ENTITY for each row"
            + " signal sqlstate '45000' set message_text = 'not now'");
    try {
      assertThat(realm.bring(plain(), plain()))
          .allSatisfy(
              outcome -> assertThat(outcome.path("outcome").asText()).isEqualTo("try-later"));
    } finally {
      OnMariaDb.SERVER.query(OnMariaDb.DATABASE, "drop trigger nobody");
    }
  }

  @Test
  void batches_at_once_on_both_nodes_with_the_same_new_groups_are_all_written() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<CompletableFuture<Rest.Reply>>();
      for (int batch = 0; batch < 6; batch++) {
        Rest node = batch % 2 == 0 ? OnMariaDb.ONE : OnMariaDb.OTHER;
        var users =
            IntStream.range(0, 60).mapToObj(n -> inGroup("/new" + unique + "/g" + n % 3)).toList();
        all.add(
            CompletableFuture.supplyAsync(
                () -> node.post(realm.path + "/sluice/users", Map.of("users", users)), threads));
      }
      for (var reply : all) {
        assertThat(reply.get().body().path("outcomes"))
            .hasSize(60)
            .allSatisfy(OnMariaDb::isCreated);
      }
    }
  }

  private static ObjectNode inGroup(String group) {
    ObjectNode user = plain();
    user.putArray("groups").add(group);
    return user;
  }

  private static ObjectNode linkedTo(String account) {
    ObjectNode user = plain();
    user.putArray("links").addObject().put("provider", "corp").put("userId", account);
    return user;
  }
}
