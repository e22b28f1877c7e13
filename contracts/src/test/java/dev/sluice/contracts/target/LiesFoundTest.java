package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit itself: who claims what is not done fails the tests of that claim, and no others. */
class LiesFoundTest {
  private static Enum<?> lie = TargetCapability.KEEPS_ID;

  /** Run by the test below only; it fails. */
  static class OfALyingTarget extends TargetContract {
    private final LyingTarget target = new LyingTarget(lie);

    @Override
    protected Target target() {
      return target;
    }

    @Override
    protected Optional<PlannedUser> stored(UserId id) {
      return target.stored(id);
    }

    @Override
    protected void move(UserId id) {
      target.keepPassword(id);
    }

    @Override
    protected void cutOff(UserId id) {
      target.cutOff(id);
    }

    @Override
    protected void bringElsewhere(PlannedUser user) {
      target.bringElsewhere(user.id());
    }

    @Override
    protected boolean asksAbout(String login) {
      return target.asksAboutUnknownLogins();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lie_fails_the_tests_of_its_claim_and_no_others(TargetCapability capability) {
    lie = capability;

    Set<String> failed = failedTests();

    assertThat(failed).as("failed tests").isNotEmpty();
    assertThat(failed).isSubsetOf(testsOf(capability));
  }

  @ParameterizedTest
  @EnumSource
  void a_lie_about_no_claim_fails_the_tests_that_are_about_it(Lie unclaimed) {
    lie = unclaimed;

    assertThat(failedTests()).isEqualTo(unclaimed.tests());
  }

  private static Set<String> failedTests() {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(OfALyingTarget.class))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    Failures failures = new Failures();
    LauncherFactory.create().execute(request, failures);
    return Set.copyOf(failures.tests);
  }

  private static Set<String> testsOf(TargetCapability capability) {
    return Stream.<Class<?>>iterate(TargetContract.class, Class::getSuperclass)
        .takeWhile(each -> each != Object.class)
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .filter(test -> isAbout(test, capability))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }

  private static boolean isAbout(Method test, TargetCapability capability) {
    Claim claim = test.getAnnotation(Claim.class);
    return claim != null && List.of(claim.value()).contains(capability);
  }

  private static final class Failures implements TestExecutionListener {
    private final Set<String> tests = new HashSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        tests.add(
            test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseGet(test::getDisplayName));
      }
    }
  }
}
