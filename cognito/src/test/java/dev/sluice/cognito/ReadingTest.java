package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.call.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of Cognito's answers, and what is said when there is none. */
class ReadingTest {
  private static final Shard THIRD = new Shard("sub-3");
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(20), 3, Duration.ofMillis(1), Duration.ofMillis(5));

  private final ScriptedCognito pool = new ScriptedCognito();
  private CognitoConnection connection;
  private CognitoUserSource source;

  @BeforeEach
  void open() {
    connection =
        CognitoConnection.open(
            CognitoOptions.of("eu-south-2_ReAd00001", "5cl1entread").at(pool.endpoint()));
    source = new CognitoUserSource(connection, SHORT, SHORT);
  }

  @AfterEach
  void close() {
    connection.close();
    pool.close();
  }

  @Test
  void a_shard_is_asked_for_by_the_first_digit_with_full_pages_and_all_attributes() {
    pool.answers("ListUsers", "{\"Users\":[],\"PaginationToken\":\"token-2\"}");
    assertThat(source.read(THIRD, "token-1").next()).isEqualTo("token-2");

    assertThat(pool.calls().getFirst().body().toString())
        .contains(
            "\"Filter\":\"sub ^= \\\"3\\\"\"", "\"Limit\":60", "\"PaginationToken\":\"token-1\"")
        .doesNotContain("AttributesToGet");
  }

  @Test
  void a_user_is_read_by_id_with_its_quotes_escaped_even_when_the_first_page_is_empty() {
    pool.answers("ListUsers", "{\"Users\":[],\"PaginationToken\":\"token-2\"}");
    pool.answers(
        "ListUsers",
        users(
            "{\"Username\":\"ulf\",\"Attributes\":[{\"Name\":\"sub\",\"Value\":\"3\\\"\\\\f\"}],"
                + "\"Enabled\":true,\"UserStatus\":\"CONFIRMED\",\"UserCreateDate\":1612325106}"));

    assertThat(source.lookup(new UserId("3\"\\f")).orElseThrow().username()).isEqualTo("ulf");
    assertThat(pool.calls().getFirst().body().path("Filter").asString())
        .isEqualTo("sub = \"3\\\"\\\\f\"");
    assertThat(pool.calls()).hasSize(2);
  }

  @Test
  void a_user_is_taken_over_with_everything_cognito_tells() {
    pool.answers(
        "ListUsers",
        users(
            """
            {"Username":"Google_117","Attributes":[
              {"Name":"sub","Value":"3f-vera"},
              {"Name":"email","Value":"vera@example.org"},
              {"Name":"custom:plan","Value":"büro ✓"},
              {"Name":"identities","Value":"[{\\"userId\\":\\"117\\",\\"providerName\\":\\"Google\\",\
            \\"providerType\\":\\"Google\\",\\"issuer\\":null,\\"primary\\":true,\
            \\"dateCreated\\":1112345678901}]"}],
             "Enabled":true,"UserStatus":"EXTERNAL_PROVIDER",
             "UserCreateDate":1612325106.5,"UserLastModifiedDate":1714979289}
            """));

    assertThat(source.read(THIRD, null).users())
        .containsExactly(
            new UserRecord(
                new UserId("3f-vera"),
                "Google_117",
                SourceStatus.EXTERNAL_PROVIDER,
                true,
                Map.of("email", "vera@example.org", "custom:plan", "büro ✓"),
                List.of(
                    new ExternalIdentity(
                        "Google",
                        "Google",
                        "117",
                        null,
                        true,
                        Instant.ofEpochMilli(1112345678901L))),
                List.of(),
                Instant.parse("2021-02-03T04:05:06.500Z"),
                Instant.parse("2024-05-06T07:08:09Z")));
  }

  @Test
  void a_status_of_tomorrow_is_unknown_and_a_user_not_said_to_be_enabled_is_not() {
    pool.answers(
        "ListUsers",
        users(
            "{\"Username\":\"ulf\",\"Attributes\":[{\"Name\":\"sub\",\"Value\":\"3a-ulf\"}],"
                + "\"UserStatus\":\"FROZEN\",\"UserCreateDate\":1612325106}"));

    UserRecord ulf = source.read(THIRD, null).users().getFirst();
    assertThat(ulf.status()).isEqualTo(SourceStatus.UNKNOWN);
    assertThat(ulf.enabled()).isFalse();
  }

  @Test
  void identities_that_cannot_be_read_stay_among_the_attributes() {
    pool.answers(
        "ListUsers",
        users(
            "{\"Username\":\"ulf\",\"Attributes\":[{\"Name\":\"sub\",\"Value\":\"3a-ulf\"},"
                + "{\"Name\":\"identities\",\"Value\":\"[{oops\"}]}"));

    UserRecord ulf = source.read(THIRD, null).users().getFirst();
    assertThat(ulf.identities()).isEmpty();
    assertThat(ulf.attributes()).containsEntry("identities", "[{oops");
  }

  @Test
  void throttling_and_server_errors_pass_unnoticed_and_slow_the_pace_down() {
    pool.refuses("ListUsers", "TooManyRequestsException", "Rate exceeded")
        .fails("ListUsers", 500)
        .answers("ListUsers", "{\"Users\":[]}");

    assertThat(source.read(THIRD, null).users()).isEmpty();
    assertThat(pool.calls()).hasSize(3);
    assertThat(connection.listingRate()).isLessThan(20);
  }

  @Test
  void throttling_without_end_is_told_with_what_to_do() {
    pool.refuses("ListUsers", "TooManyRequestsException", "Rate exceeded");

    assertThatThrownBy(() -> source.read(THIRD, null))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("ListUsers on user pool eu-south-2_ReAd00001")
        .hasMessageContaining("Lower requests-per-second");
    assertThat(pool.calls()).hasSize(4);
  }

  @Test
  void a_token_that_is_no_longer_known_is_a_refused_position_and_not_tried_again() {
    pool.refuses("ListUsers", "InvalidParameterException", "Invalid pagination token given.")
        .refuses(
            "ListUsersInGroup", "InvalidParameterException", "Invalid pagination token given.");

    assertThatThrownBy(() -> source.read(THIRD, "stale"))
        .isInstanceOf(PositionRefusedException.class);
    assertThatThrownBy(() -> source.members("staff", "stale"))
        .isInstanceOf(PositionRefusedException.class);
    assertThat(pool.calls()).hasSize(2);
  }

  @Test
  void a_filter_that_is_refused_on_the_first_page_is_no_refused_position() {
    pool.refuses("ListUsers", "InvalidParameterException", "One or more parameters are wrong.");

    assertThatThrownBy(() -> source.read(THIRD, null))
        .isInstanceOf(SourceException.class)
        .isNotInstanceOf(PositionRefusedException.class);
  }

  @Test
  void a_missing_permission_is_named() {
    pool.refuses("ListUsersInGroup", "AccessDeniedException", "User x is not authorized");

    assertThatThrownBy(() -> source.members("staff", null))
        .hasMessageContaining("Grant the IAM action cognito-idp:ListUsersInGroup");
  }

  @Test
  void a_pool_that_is_not_there_is_told_with_what_to_check() {
    pool.refuses("DescribeUserPool", "ResourceNotFoundException", "User pool x does not exist.");

    assertThatThrownBy(() -> source.describe())
        .hasMessageContaining("not found. Check user-pool-id, the region");
  }

  @Test
  void a_pool_that_does_not_answer_is_told_after_a_few_tries() {
    pool.close();

    assertThatThrownBy(() -> source.groups())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("no answer")
        .hasMessageContaining("Check the network, the region and the endpoint.");
  }

  @Test
  void a_shard_of_another_way_of_reading_is_refused() {
    assertThatThrownBy(() -> source.read(new Shard("all"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"all\"");
  }

  @Test
  void the_pool_is_described_without_what_is_no_attribute() {
    pool.answers(
        "DescribeUserPool",
        """
        {"UserPool":{"Id":"eu-south-2_ReAd00001","Name":"orchard","EstimatedNumberOfUsers":417,
         "SchemaAttributes":[{"Name":"sub"},{"Name":"email"},{"Name":"custom:plan"},{"Name":"identities"}],
         "UsernameAttributes":["email"],"UsernameConfiguration":{"CaseSensitive":false}}}
        """);

    var described = source.describe();
    assertThat(described.name()).isEqualTo("orchard");
    assertThat(described.estimatedUsers()).isEqualTo(417);
    assertThat(described.attributeNames()).containsExactly("email", "custom:plan");
    assertThat(described.logins().withEmail()).isTrue();
    assertThat(described.logins().withPhoneNumber()).isFalse();
    assertThat(described.logins().caseSensitive()).isFalse();
  }

  @Test
  void a_pool_that_says_nothing_about_cases_tells_them_apart() {
    pool.answers(
        "DescribeUserPool",
        "{\"UserPool\":{\"Id\":\"eu-south-2_ReAd00001\",\"Name\":\"o\",\"AliasAttributes\":[\"phone_number\"]}}");

    assertThat(source.describe().logins().caseSensitive()).isTrue();
    assertThat(source.describe().logins().withPhoneNumber()).isTrue();
  }

  @Test
  void what_would_surprise_the_owner_at_the_first_check_is_said_beforehand() {
    pool.answers(
            "DescribeUserPool",
            "{\"UserPool\":{\"Id\":\"p\",\"LambdaConfig\":{\"UserMigration\":\"arn:aws:lambda:x\"}}}")
        .answers(
            "DescribeUserPoolClient",
            "{\"UserPoolClient\":{\"ClientSecret\":\"s3\",\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\"]}}");

    assertThat(source.cautions())
        .satisfiesExactly(
            line -> assertThat(line).contains("user migration trigger", "can create that user"),
            line -> assertThat(line).contains("does not allow ALLOW_ADMIN_USER_PASSWORD_AUTH"),
            line -> assertThat(line).contains("has a secret: set app-client-secret"));
  }

  @Test
  void an_app_client_that_may_not_be_looked_at_is_a_caution_itself() {
    pool.answers("DescribeUserPool", "{\"UserPool\":{\"Id\":\"p\"}}")
        .refuses("DescribeUserPoolClient", "AccessDeniedException", "User x is not authorized");

    assertThat(source.cautions())
        .singleElement()
        .asString()
        .contains("Grant the IAM action cognito-idp:DescribeUserPoolClient");
  }

  @Test
  void a_pool_without_surprises_has_no_cautions() {
    pool.answers("DescribeUserPool", "{\"UserPool\":{\"Id\":\"p\",\"LambdaConfig\":{}}}")
        .answers(
            "DescribeUserPoolClient",
            "{\"UserPoolClient\":{\"ExplicitAuthFlows\":[\"ALLOW_ADMIN_USER_PASSWORD_AUTH\"]}}");

    assertThat(source.cautions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"ALLOW_USER_SRP_AUTH\"", "\"ADMIN_NO_SRP_AUTH\"", ""})
  void an_app_client_that_allows_srp_is_no_caution_where_srp_is_asked(String flows) {
    pool.answers("DescribeUserPool", "{\"UserPool\":{\"Id\":\"p\"}}")
        .answers(
            "DescribeUserPoolClient",
            "{\"UserPoolClient\":{\"ExplicitAuthFlows\":[" + flows + "]}}");

    assertThat(bySrp()).isEmpty();
  }

  @Test
  void an_app_client_that_does_not_allow_srp_is_a_caution_where_srp_is_asked() {
    pool.answers("DescribeUserPool", "{\"UserPool\":{\"Id\":\"p\"}}")
        .answers(
            "DescribeUserPoolClient",
            "{\"UserPoolClient\":{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}}");

    assertThat(bySrp()).singleElement().asString().contains("does not allow ALLOW_USER_SRP_AUTH");
  }

  private List<String> bySrp() {
    CognitoOptions options =
        CognitoOptions.of("eu-south-2_ReAd00001", "5srpreadtest")
            .at(pool.endpoint())
            .with(PasswordFlow.SRP);
    try (CognitoPool pool = CognitoPool.open(options)) {
      return pool.users().cautions();
    }
  }

  private static String users(String user) {
    return "{\"Users\":[" + user + "]}";
  }
}
