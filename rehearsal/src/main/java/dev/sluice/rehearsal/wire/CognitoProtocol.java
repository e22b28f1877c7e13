package dev.sluice.rehearsal.wire;

import com.sun.net.httpserver.HttpExchange;
import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.fault.Faults;
import dev.sluice.rehearsal.pool.Pool;
import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.quota.Throttle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** JSON 1.1: the operation in a header, one object in, one object or error out. */
public final class CognitoProtocol {

  private static final Pattern TARGET =
      Pattern.compile("AWSCognitoIdentity(?:Provider)?Service\\.(\\w+)");
  private static final String TYPE = "application/x-amz-json-1.1";
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "AWS4-HMAC-SHA256 .*Credential=[^,]+/\\d{8}/([\\w-]+)/cognito-i(?:dp|dentity)/aws4_request.*");

  private static final System.Logger LOG = System.getLogger(CognitoProtocol.class.getName());

  private final Pool pool;
  private final Faults faults;
  private final Throttle throttle;
  private final Delay delay;
  private final CallMeter meter;
  private final Permissions permissions;

  public CognitoProtocol(
      Pool pool,
      Faults faults,
      Throttle throttle,
      Delay delay,
      CallMeter meter,
      Permissions permissions) {
    this.pool = pool;
    this.faults = faults;
    this.throttle = throttle;
    this.delay = delay;
    this.meter = meter;
    this.permissions = permissions;
  }

  void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = answer(exchange);
      WireServer.send(exchange, 200, TYPE, body);
    } catch (CognitoError error) {
      refuse(exchange, error);
    } catch (Unanswered | InterruptedException silence) {
      meter.refused("none");
      exchange.close();
    } catch (RuntimeException broken) {
      // Its message may repeat what the caller sent, so only its kind is returned.
      LOG.log(System.Logger.Level.ERROR, "A call failed because of a defect: " + broken.getClass());
      refuse(
          exchange, CognitoError.of("InternalErrorException", 500, "The rehearsal pool failed."));
    }
  }

  private byte[] answer(HttpExchange exchange)
      throws IOException, InterruptedException, Unanswered {
    String name = operationName(exchange);
    Operation operation = pool.operation(name).orElseThrow(() -> unknown(name));
    meter.called(name);
    Call call = read(exchange, name);
    Optional<Answer> instead = meetFault(call);
    if (!throttle.admits(operation.category(), name)) {
      throw throttled();
    }
    delay.hold();
    requireSignature(operation, call);
    requirePermission(operation);
    return write(instead.orElseGet(() -> operation.handler().apply(call)));
  }

  private static String operationName(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    Matcher named = TARGET.matcher(target == null ? "" : target);
    if (!named.matches()) {
      throw CognitoError.of(
          "UnknownOperationException",
          "Send a POST with the header X-Amz-Target:"
              + " AWSCognitoIdentityProviderService.<Operation>. Pages for people are below"
              + " /rehearsal/.");
    }
    return named.group(1);
  }

  private static CognitoError unknown(String operation) {
    return CognitoError.of(
        "UnknownOperationException", "The rehearsal pool does not answer " + operation + ".");
  }

  private static Call read(HttpExchange exchange, String operation) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    try {
      JsonNode body = Answer.JSON.readTree(bytes);
      if (body.isObject()) {
        return new Call(operation, body, signedRegion(exchange));
      }
    } catch (JacksonException notJson) {
      // Its message would repeat the body, which may hold a password.
      throw CognitoError.of("SerializationException", "The body is not JSON.");
    }
    throw CognitoError.of("SerializationException", "The body has to be a JSON object.");
  }

  private static Optional<String> signedRegion(HttpExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null) {
      return Optional.empty();
    }
    Matcher credential = CREDENTIAL.matcher(authorization);
    return credential.matches() ? Optional.of(credential.group(1)) : Optional.empty();
  }

  /** Requires a signature, which is not checked: any credentials do. */
  private static void requireSignature(Operation operation, Call call) {
    if (operation.signed() && call.region().isEmpty()) {
      throw CognitoError.of(
          "MissingAuthenticationTokenException",
          "Missing Authentication Token: sign the request, with any credentials.");
    }
  }

  private void requirePermission(Operation operation) {
    if (operation.signed() && !permissions.allow(operation.action())) {
      throw CognitoError.of(
          "AccessDeniedException",
          "User: arn:aws:iam::000000000000:user/rehearsal is not authorized to perform: "
              + operation.action()
              + " because no identity-based policy allows the "
              + operation.action()
              + " action");
    }
  }

  /** Fails as the call's fault says; returns the answer if the fault is one. */
  private Optional<Answer> meetFault(Call call) throws InterruptedException, Unanswered {
    boolean hasToken =
        call.optional("PaginationToken").or(() -> call.optional("NextToken")).isPresent();
    Optional<Fault> fault = faults.of(call.operation(), hasToken);
    if (fault.isEmpty()) {
      return Optional.empty();
    }
    return switch (fault.get()) {
      case Fault.Throttled _ -> throw throttled();
      case Fault.ServerError _ ->
          throw CognitoError.of("InternalErrorException", 500, "Something went wrong on request.");
      case Fault.Hang(var time) -> {
        Thread.sleep(time);
        throw new Unanswered();
      }
      case Fault.Slow(var time) -> {
        Thread.sleep(time);
        yield Optional.empty();
      }
      case Fault.ConnectionClosed _ -> throw new Unanswered();
      case Fault.TriggerFailed(var message) ->
          throw CognitoError.of("UserLambdaValidationException", message);
      case Fault.PageTokenRefused _ -> throw Pool.pageTokenRefused();
      case Fault.Forbidden _ ->
          throw CognitoError.of("ForbiddenException", 403, "Request not allowed due to WAF block.");
      case Fault.ThreatProtection _ ->
          throw CognitoError.of(
              "NotAuthorizedException", "Unable to login because of security reasons.");
      case Fault.Challenge(var name) -> Optional.of(Pool.challenge(name));
      case Fault.Failure(var type, var message) -> throw CognitoError.of(type, message);
    };
  }

  private static CognitoError throttled() {
    return CognitoError.of("TooManyRequestsException", "Rate exceeded");
  }

  private static byte[] write(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    try (JsonGenerator json = Answer.JSON.createGenerator(bytes)) {
      answer.writeTo(json);
    }
    return bytes.toByteArray();
  }

  private void refuse(HttpExchange exchange, CognitoError error) throws IOException {
    meter.refused(error.type());
    // Unread input would make the server drop the connection that the caller wants to use again.
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("x-amzn-ErrorType", error.type());
    byte[] body =
        Answer.JSON.writeValueAsBytes(
            Answer.JSON
                .createObjectNode()
                .put("__type", error.type())
                .put("message", error.getMessage()));
    WireServer.send(exchange, error.status(), TYPE, body);
  }

  /** Thrown to leave a call without an answer. */
  private static final class Unanswered extends Exception {}
}
