package dev.sluice.rehearsal;

import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;

/** A pool and the AWS SDK's own client for it, which retries nothing. */
final class PoolUnderTest implements AutoCloseable {

  /** Unlike every default: another seed, Region, number of users and groups, and no quotas. */
  static final RehearsalOptions OPTIONS =
      RehearsalOptions.standard()
          .withSeed(77)
          .withRegion("us-east-1")
          .withUsers(1234)
          .withGroups(7)
          .withQuotas(Quotas.off());

  final RehearsalPool pool;
  final CognitoIdentityProviderClient aws;

  PoolUnderTest(RehearsalOptions options) {
    this.pool = RehearsalPool.start(options);
    this.aws = client(pool, options.region());
  }

  static CognitoIdentityProviderClient client(RehearsalPool pool, String region) {
    return CognitoIdentityProviderClient.builder()
        .endpointOverride(pool.endpoint())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDMADEUP", "made-up")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  MadeUser a(UserKind kind) {
    return pool.users(kind).findFirst().orElseThrow();
  }

  ListUsersResponse list(Consumer<ListUsersRequest.Builder> asked) {
    return aws.listUsers(request -> asked.accept(request.userPoolId(pool.userPoolId())));
  }

  AdminInitiateAuthResponse adminLogin(String username, String password) {
    return aws.adminInitiateAuth(request ->
        request
            .userPoolId(pool.userPoolId())
            .clientId(pool.clientId())
            .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
            .authParameters(parameters(username, password, secretHash(username))));
  }

  InitiateAuthResponse publicLogin(String username, String password) {
    return aws.initiateAuth(request ->
        request
            .clientId(pool.publicClientId())
            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
            .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
  }

  static Map<String, String> parameters(String username, String password, String secretHash) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("USERNAME", username);
    parameters.put("PASSWORD", password);
    parameters.put("SECRET_HASH", secretHash);
    return parameters;
  }

  String secretHash(String username) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(pool.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal((username + pool.clientId()).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    aws.close();
    pool.close();
  }
}
