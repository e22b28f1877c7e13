package dev.sluice.targets.fusionauth.api;

import dev.sluice.api.target.TargetException;
import dev.sluice.targets.http.Answer;

/** Tells what FusionAuth refuses because it has to be paid for. */
public final class Licence {
  private Licence() {}

  /**
   * This answer, if FusionAuth did what it was asked.
   *
   * @param remedy what to do where the licence does not allow it
   * @throws TargetException otherwise
   */
  public static Answer expect(Answer answer, String remedy) {
    boolean missing =
        FusionAuthErrors.read(answer.body()).errors().stream()
            .anyMatch(error -> error.code().startsWith("[notLicensed"));
    if (!answer.ok() && missing) {
      throw new TargetException(
          "FusionAuth's licence does not include this (" + answer.refusal() + "). " + remedy);
    }
    return answer.expectOk();
  }
}
