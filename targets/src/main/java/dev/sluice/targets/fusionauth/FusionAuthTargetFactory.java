package dev.sluice.targets.fusionauth;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.target.TargetOption;
import dev.sluice.api.target.provision.DispositionFile;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import dev.sluice.targets.option.AddressText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Opens {@code target.fusionauth}. */
public final class FusionAuthTargetFactory implements TargetFactory {
  /** The longest email address or username that FusionAuth's database stores. */
  private static final int LONGEST_LOGIN = 191;

  /** The limits of attributes, which go into {@code user.data}: JSON of any name and length. */
  private static final TargetLimits LIMITS =
      new TargetLimits(
          Pattern.compile(".*", Pattern.DOTALL), "", 36, LONGEST_LOGIN, Integer.MAX_VALUE);

  @Override
  public String name() {
    return "fusionauth";
  }

  @Override
  public List<TargetOption> options() {
    return FusionAuthOptions.ALL;
  }

  @Override
  public List<OptionProblem> problems(Map<String, String> values) {
    return FusionAuthOptions.problems(values);
  }

  @Override
  public TargetDescription describe() {
    return FusionAuthTarget.description(FusionAuthOptions.BATCH_SIZE, ImportedUsers.UNCONFIRMED);
  }

  @Override
  public Map<TargetCapability, String> notes() {
    return Capabilities.NOTES;
  }

  @Override
  public String proof() {
    return "Tested with a fake built from the vendor's own description of its API; not run"
        + " against a real FusionAuth.";
  }

  @Override
  public TargetLimits limits() {
    return LIMITS;
  }

  @Override
  public String place(Map<String, String> values) {
    FusionAuthOptions options = FusionAuthOptions.from(values);
    return "tenant " + options.tenantId() + " of " + AddressText.of(options.url());
  }

  @Override
  public Target open(Map<String, String> values) {
    return new FusionAuthTarget(FusionAuthOptions.from(values));
  }

  @Override
  public Map<String, String> dispositions() {
    return DispositionFile.read(FusionAuthTargetFactory.class, "dispositions.properties");
  }
}
