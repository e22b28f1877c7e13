package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.signin.DeviceTracking;
import dev.sluice.api.pool.signin.RiskConfiguration;
import dev.sluice.api.pool.signin.ThreatProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes second factors, devices and Cognito's reaction to suspicious logins. */
final class ProtectionSettings {
  private ProtectionSettings() {}

  static List<Setting> of(PoolInventory pool) {
    ThreatProtection protection = pool.threatProtection();
    List<Setting> all = new ArrayList<>();
    all.add(
        pool.read(PoolPart.MFA)
            ? Setting.of("Second factor", pool.mfa().mode())
            : Setting.of("Second factor", pool.mfa().mode(), "not all read: see below"));
    all.add(new Setting("Kinds of second factors", pool.mfa().kinds()));
    all.add(new Setting("Remembered devices", devices(pool.devices())));
    all.add(Setting.of("Threat protection", protection.mode()));
    all.add(
        Setting.of(
            "Threat protection of custom logins", PoolSettings.told(protection.customAuthMode())));
    protection.risks().forEach(risk -> all.add(risk(risk)));
    if (!pool.read(PoolPart.THREAT_PROTECTION)) {
      all.add(Setting.of("Risks", "not all read: see below"));
    }
    return all;
  }

  private static List<String> devices(@Nullable DeviceTracking devices) {
    if (devices == null) {
      return List.of();
    }
    return List.of(
        devices.onlyOnUserPrompt() ? "when the user agrees" : "always",
        devices.challengeOnNewDevice()
            ? "a remembered device needs no second factor"
            : "a remembered device needs the second factor too");
  }

  private static Setting risk(RiskConfiguration risk) {
    List<String> how = new ArrayList<>();
    how.add("compromised credentials: " + PoolSettings.told(risk.compromisedCredentials()));
    new TreeMap<>(risk.takeover())
        .forEach((level, action) -> how.add("takeover risk " + level + ": " + action));
    if (!risk.blockedRanges().isEmpty()) {
      how.add("always blocked: " + String.join(", ", risk.blockedRanges()));
    }
    if (!risk.skippedRanges().isEmpty()) {
      how.add("never treated as risky: " + String.join(", ", risk.skippedRanges()));
    }
    return new Setting(
        risk.clientId() == null ? "Risks, whole pool" : "Risks, client " + risk.clientId(), how);
  }
}
