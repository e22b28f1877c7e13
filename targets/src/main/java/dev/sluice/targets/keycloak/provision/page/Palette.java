package dev.sluice.targets.keycloak.provision.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Colours by purpose, as the theme names them. A colour once set is not replaced. */
final class Palette {
  static final String PAGE = "page";
  static final String CARD = "card";
  static final String TEXT = "text";
  static final String LINK = "link";
  static final String BANNER = "banner";
  static final String BANNER_TEXT = "banner-text";
  static final String BUTTON = "button";
  static final String BUTTON_TEXT = "button-text";
  static final String BUTTON_HOVER = "button-hover";

  private final Map<String, Colour> colours = new TreeMap<>();

  void put(String what, Optional<Colour> colour) {
    colour.ifPresent(found -> colours.putIfAbsent(what, found));
  }

  /** Derives text colours that are readable on their background, unless the owner chose one. */
  Palette readable() {
    writtenOn(CARD, TEXT);
    writtenOn(BUTTON, BUTTON_TEXT);
    writtenOn(BANNER, BANNER_TEXT);
    writtenOn(PAGE, BANNER_TEXT);
    return this;
  }

  private void writtenOn(String below, String above) {
    Colour found = colours.get(below);
    if (found != null) {
      colours.putIfAbsent(above, found.readable());
    }
  }

  Map<String, Colour> colours() {
    return colours;
  }
}
