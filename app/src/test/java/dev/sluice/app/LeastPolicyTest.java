package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.FactorAttempt;
import dev.sluice.api.source.PasswordAttempt;
import dev.sluice.api.source.Verdict;
import dev.sluice.app.Scene.Result;
import dev.sluice.app.config.reading.ConfigReader;
import dev.sluice.app.serve.Serving;
import dev.sluice.app.wiring.Components;
import dev.sluice.cognito.access.CommandAccess;
import dev.sluice.migration.login.FirstLoginRequest;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.rehearsal.wire.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command's policy allows all that the command calls, and nothing that it does not. */
class LeastPolicyTest {
  /** AWS takes them unsigned. */
  private static final Set<String> FREE =
      Set.of("InitiateAuth", "RespondToAuthChallenge", "RevokeToken");

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void assess() throws IOException {
    try (Scene scene = scene(CommandAccess.ASSESS)) {
      done(scene.run("assess"));
      assertLeast(scene, CommandAccess.ASSESS);
    }
  }

  @Test
  void assess_with_mfa() throws IOException {
    try (Scene scene = scene(CommandAccess.ASSESS_WITH_MFA)) {
      done(scene.run("assess", "--with-mfa", "--accept-cost", "--sample", "9"));
      assertLeast(scene, CommandAccess.ASSESS_WITH_MFA);
    }
  }

  @Test
  void export() throws IOException {
    try (Scene scene = scene(CommandAccess.EXPORT)) {
      done(scene.run("export", "--to", folder.resolve("archive").toString()));
      assertLeast(scene, CommandAccess.EXPORT);
    }
  }

  @Test
  void bulk() throws IOException {
    try (Scene scene = scene(CommandAccess.BULK)) {
      done(scene.run("bulk", "--execute"));
      assertLeast(scene, CommandAccess.BULK);
    }
  }

  @Test
  void sync() throws IOException {
    try (Scene scene = scene(CommandAccess.SYNC)) {
      done(scene.run("sync", "--execute"));
      assertLeast(scene, CommandAccess.SYNC);
    }
  }

  @Test
  void verify() throws IOException {
    try (Scene scene = scene(CommandAccess.VERIFY)) {
      scene.ledger().close();
      assertThat(scene.run("verify").code()).isEqualTo(4); // nobody has been brought
      assertLeast(scene, CommandAccess.VERIFY);
    }
  }

  @Test
  void provision() throws IOException {
    try (Scene scene = scene(CommandAccess.PROVISION)) {
      done(scene.run("provision", "--execute"));
      assertLeast(scene, CommandAccess.PROVISION);
    }
  }

  @Test
  void serve_with_signed_checks() throws IOException {
    serve(CommandAccess.SERVE_ADMIN, "admin");
  }

  @Test
  void serve_with_unsigned_checks() throws IOException {
    serve(CommandAccess.SERVE_USER, "user");
  }

  @Test
  void serve_with_srp() throws IOException {
    serve(CommandAccess.SERVE_SRP, "srp");
  }

  private void serve(CommandAccess access, String check) throws IOException {
    try (Scene scene = scene(access)) {
      scene.configure("slow");
      String config = Files.readString(scene.config());
      Files.writeString(
          scene.config(),
          config.replace(
              "    requests-per-second",
              "    password-check: " + check + "\n    requests-per-second"));
      try (Components components =
          new Components(new ConfigReader(Map.of()).read(scene.config()))) {
        Serving.cautions(components);
        // The proof of the second names no groups, so they are read.
        for (UserKind kind : List.of(UserKind.ORDINARY, UserKind.MFA_TOTP)) {
          MadeUser somebody = scene.pool().users(kind).findFirst().orElseThrow();
          components
              .firstLogin()
              .answer(
                  new FirstLoginRequest(
                      somebody.username(), null, new Secret(somebody.password()), null, null),
                  LONG);
        }
        answerSecondFactor(scene, components);
      }
      assertLeast(scene, access);
    }
  }

  private static void answerSecondFactor(Scene scene, Components components) {
    MadeUser user = scene.pool().users(UserKind.MFA_TOTP).findFirst().orElseThrow();
    Verdict verdict =
        components
            .passwords()
            .check(
                new PasswordAttempt(
                    user.username(), new Secret(user.password()), null, null, LONG));
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    Challenge challenge = Objects.requireNonNull(((Verdict.Proven) verdict).challenge());
    components
        .passwords()
        .answer(
            new FactorAttempt(
                challenge, new FactorAttempt.Answer.Code(new Secret("000000")), null, null, LONG));
  }

  private Scene scene(CommandAccess access) throws IOException {
    return new Scene(
        folder,
        RehearsalOptions.standard()
            .withUsers(200)
            .withSeed(23)
            .withQuotas(Quotas.off())
            .withAuthFlows(
                Set.of(
                    "ALLOW_USER_PASSWORD_AUTH",
                    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                    "ALLOW_USER_SRP_AUTH",
                    "ALLOW_REFRESH_TOKEN_AUTH"))
            .withPermissions(Permissions.only(access.actions())));
  }

  private static void done(Result result) {
    assertThat(result.code()).as(result.err() + result.out()).isIn(0, 3);
  }

  private static void assertLeast(Scene scene, CommandAccess access) {
    assertThat(scene.pool().calls().refused("AccessDeniedException")).as("denied").isZero();
    Set<String> called =
        scene.pool().calls().byOperation().keySet().stream()
            .filter(operation -> !FREE.contains(operation))
            .collect(Collectors.toSet());
    assertThat(called)
        .isEqualTo(
            access.actions().stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .collect(Collectors.toSet()));
  }
}
