package dev.sluice.targets.keycloak.provision.page;

import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.provision.AutomaticStep;
import dev.sluice.targets.provision.ManualStep;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The difference between the branding of a realm's or client's pages and that in the pool.
 *
 * @param found the attributes that the realm or the client has
 */
record BrandingChange(PageBranding wanted, Map<String, String> found) {
  private static final String PREFIX = "sluice.login.";
  private static final String WRITTEN = PREFIX + "written";

  /** Writes branding. */
  interface Dressing {
    void dress(PageBranding branding) throws TroubleException;
  }

  /** Returns the attributes that the theme reads, and the fingerprint of the branding. */
  static Map<String, String> attributes(PageBranding branding) {
    Map<String, String> attributes = new TreeMap<>();
    branding.attributes().forEach((name, value) -> attributes.put(PREFIX + name, value));
    attributes.put(WRITTEN, branding.fingerprint());
    return attributes;
  }

  List<ProvisionStep> plan(String what, Dressing dressing) {
    if (wanted.none()) {
      return List.of();
    }
    boolean written = wanted.fingerprint().equals(found.get(WRITTEN));
    @Nullable String url = wanted.logoUrl();
    if (url == null
        || !wanted.logos().isEmpty()
        || (written && found.containsKey(PREFIX + "logo"))) {
      return written ? List.of() : List.of(step(what, wanted, dressing));
    }
    return switch (LogoFetch.from(url)) {
      case LogoFetch.Fetched.Got(var picture) ->
          List.of(step(what, wanted.with(picture), dressing));
      case LogoFetch.Fetched.Missing(String why) -> {
        ManualStep logo =
            new ManualStep(
                "add the logo to " + what + ": " + url + " could not be fetched (" + why + ")");
        yield written ? List.of(logo) : List.of(step(what, wanted, dressing), logo);
      }
    };
  }

  private static ProvisionStep step(String what, PageBranding branding, Dressing dressing) {
    return new AutomaticStep(
        what + " look as in the pool: " + branding.summary(), () -> dressing.dress(branding));
  }
}
