package dev.sluice.targets.keycloak.provision.page;

import dev.sluice.api.pool.branding.ManagedLoginStyle;
import dev.sluice.api.pool.branding.StyleAsset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The colours and logos of a managed login style. Its settings are a Cognito document
 * (CreateManagedLoginBranding); its colours are eight digits of red, green, blue and opacity.
 */
final class ManagedStyle {
  private final JsonNode settings;
  private final ManagedLoginStyle style;

  ManagedStyle(ManagedLoginStyle style) {
    this.style = style;
    @Nullable String text = style.settings();
    this.settings = JsonMapper.shared().readTree(text == null ? "{}" : text);
  }

  PageBranding branding() {
    String mode = settings.at("/categories/global/colorSchemeMode").asString("DYNAMIC");
    Palette light = palette("lightMode");
    return mode.equals("LIGHT")
        ? PageBranding.light(light, logos(), null)
        : PageBranding.both(light, palette("darkMode"), logos());
  }

  private Palette palette(String mode) {
    Palette palette = new Palette();
    palette.put(Palette.PAGE, colour("/components/pageBackground/" + mode + "/color"));
    palette.put(Palette.CARD, colour("/components/form/" + mode + "/backgroundColor"));
    // The logo is on the form there.
    palette.put(Palette.BANNER, colour("/components/form/" + mode + "/backgroundColor"));
    palette.put(Palette.TEXT, colour("/componentClasses/inputLabel/" + mode + "/textColor"));
    palette.put(Palette.TEXT, colour("/components/pageText/" + mode + "/bodyColor"));
    palette.put(Palette.LINK, colour("/componentClasses/link/" + mode + "/defaults/textColor"));
    String button = "/components/primaryButton/" + mode;
    palette.put(Palette.BUTTON, colour(button + "/defaults/backgroundColor"));
    palette.put(Palette.BUTTON_TEXT, colour(button + "/defaults/textColor"));
    palette.put(Palette.BUTTON_HOVER, colour(button + "/hover/backgroundColor"));
    return palette.readable();
  }

  private Optional<Colour> colour(String path) {
    return Optional.ofNullable(settings.at(path).asString(null))
        .flatMap(digits -> Colour.parse("#" + digits));
  }

  private Map<String, Picture> logos() {
    Map<String, Picture> logos = new HashMap<>();
    for (StyleAsset asset : style.assets()) {
      if (isLogo(asset)) {
        picture(asset).ifPresent(picture -> put(logos, asset.colorMode(), picture));
      }
    }
    return logos;
  }

  private boolean isLogo(StyleAsset asset) {
    return switch (asset.category()) {
      case "FORM_LOGO" -> shows("form");
      case "PAGE_HEADER_LOGO" -> shows("pageHeader") && !shows("form");
      default -> false;
    };
  }

  private boolean shows(String component) {
    return settings.at("/components/" + component + "/logo/enabled").asBoolean(true);
  }

  private static void put(Map<String, Picture> logos, String mode, Picture picture) {
    if (!mode.equals("DARK")) {
      logos.put("logo", picture);
    }
    if (!mode.equals("LIGHT")) {
      logos.put("logo.dark", picture);
    }
  }

  private static Optional<Picture> picture(StyleAsset asset) {
    @Nullable String base64 = asset.base64();
    return base64 == null ? Optional.empty() : Picture.of(Base64.getMimeDecoder().decode(base64));
  }
}
