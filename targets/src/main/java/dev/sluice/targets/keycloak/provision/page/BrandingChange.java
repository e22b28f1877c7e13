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
 * What a realm's or a client's pages lack of the looks that they had in the pool.
 *
 * @param found the attributes that the realm or the client has
 */
record BrandingChange(PageBranding wanted, Map<String, String> found) {
  private static final String PREFIX = "sluice.login.";
  private static final String WRITTEN = PREFIX + "written";

  /** Writes looks. */
  interface Dressing {
    void dress(PageBranding branding) throws TroubleException;
  }

  /** What the theme reads, and the mark that tells which looks they are. */
  static Map<String, String> attributes(PageBranding branding) {
    Map<String, String> attributes = new TreeMap<>();
    branding.attributes().forEach((name, value) -> attributes.put(PREFIX + name, value));
    attributes.put(WRITTEN, branding.mark());
    return attributes;
  }

  List<ProvisionStep> plan(String what, Dressing dressing) {
    if (wanted.none()) {
      return List.of();
    }
    boolean written = wanted.mark().equals(found.get(WRITTEN));
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
                "put the logo onto " + what + ": " + url + " could not be fetched (" + why + ")");
        yield written ? List.of(logo) : List.of(step(what, wanted, dressing), logo);
      }
    };
  }

  private static ProvisionStep step(String what, PageBranding branding, Dressing dressing) {
    return new AutomaticStep(
        what + " look as in the pool: " + branding.summary(), () -> dressing.dress(branding));
  }
}
