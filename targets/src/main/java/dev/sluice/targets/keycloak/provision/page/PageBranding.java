package dev.sluice.targets.keycloak.provision.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The branding of login pages.
 *
 * @param colours by their names in the theme; those for dark pages end in {@code .dark}
 * @param logos by their names in the theme, also for dark pages
 * @param logoUrl the address of a logo that is not part of the configuration
 * @param lightOnly whether there are no dark pages
 */
public record PageBranding(
    Map<String, String> colours,
    Map<String, Picture> logos,
    @Nullable String logoUrl,
    boolean lightOnly) {
  private static final String DARK = ".dark";
  private static final List<String> ALSO_ON_DARK_PAGES =
      List.of(
          Palette.BANNER,
          Palette.BANNER_TEXT,
          Palette.BUTTON,
          Palette.BUTTON_TEXT,
          Palette.BUTTON_HOVER);

  public PageBranding {
    colours = new TreeMap<>(colours);
    logos = new TreeMap<>(logos);
  }

  public boolean none() {
    return colours.isEmpty() && logos.isEmpty() && logoUrl == null;
  }

  /** Makes branding without a dark mode: what identifies the owner is the same on dark pages. */
  static PageBranding light(Palette palette, Map<String, Picture> logos, @Nullable String logoUrl) {
    Map<String, String> colours = names(palette, "");
    ALSO_ON_DARK_PAGES.stream()
        .filter(colours::containsKey)
        .forEach(name -> colours.put(name + DARK, colours.get(name)));
    return new PageBranding(colours, logos, logoUrl, true);
  }

  static PageBranding both(Palette light, Palette dark, Map<String, Picture> logos) {
    Map<String, String> colours = names(light, "");
    colours.putAll(names(dark, DARK));
    return new PageBranding(colours, logos, null, false);
  }

  private static Map<String, String> names(Palette palette, String mode) {
    Map<String, String> names = new TreeMap<>();
    palette.colours().forEach((name, colour) -> names.put(name + mode, colour.toString()));
    return names;
  }

  /** Returns the same branding with a fetched logo. */
  public PageBranding with(Picture logo) {
    return new PageBranding(colours, Map.of("logo", logo, "logo" + DARK, logo), logoUrl, lightOnly);
  }

  /**
   * Returns the attributes that the theme reads of a realm or a client; the realm stores the
   * pictures.
   */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>(colours);
    logos.forEach((name, picture) -> attributes.put(name, picture.name()));
    return attributes;
  }

  /**
   * Returns a fingerprint that distinguishes this branding, whether or not the logo could be
   * fetched.
   */
  public String fingerprint() {
    String all = colours + " " + (logoUrl == null ? attributes() : logoUrl);
    return Picture.digest(all);
  }

  /** Summarizes the colours of the page and its button, if they are set. */
  public String summary() {
    List<String> told =
        List.of(Palette.PAGE, Palette.BANNER, Palette.BUTTON).stream()
            .filter(colours::containsKey)
            .map(name -> name + " " + colours.get(name))
            .toList();
    Optional<String> logo = logos.isEmpty() ? Optional.empty() : Optional.of("its logo");
    return String.join(", ", Stream.concat(told.stream(), logo.stream()).toList());
  }
}
