package dev.sluice.targets.keycloak.provision.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A colour without transparency. Its original CSS notation is not kept. */
record Colour(int red, int green, int blue) {
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})");
  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*(,[^)]*)?\\)");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("white", "#ffffff"),
          Map.entry("black", "#000000"),
          Map.entry("gray", "#808080"),
          Map.entry("grey", "#808080"),
          Map.entry("lightgray", "#d3d3d3"),
          Map.entry("lightgrey", "#d3d3d3"),
          Map.entry("darkgray", "#a9a9a9"),
          Map.entry("silver", "#c0c0c0"),
          Map.entry("red", "#ff0000"),
          Map.entry("green", "#008000"),
          Map.entry("blue", "#0000ff"),
          Map.entry("navy", "#000080"),
          Map.entry("orange", "#ffa500"),
          Map.entry("yellow", "#ffff00"),
          Map.entry("purple", "#800080"),
          Map.entry("teal", "#008080"),
          Map.entry("maroon", "#800000"));

  /** Parses a CSS value; empty if it is no colour, or an invisible one. */
  static Optional<Colour> parse(String css) {
    String text = css.trim().toLowerCase(Locale.ROOT);
    String value = NAMES.getOrDefault(text, text);
    if (HEX.matcher(value).matches()) {
      return hex(value.substring(1));
    }
    return RGB.matcher(value).results().findFirst().flatMap(Colour::rgb);
  }

  private static Optional<Colour> hex(String digits) {
    if (digits.length() == 8 && digits.endsWith("00")) {
      return Optional.empty();
    }
    String six = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits.substring(0, 6);
    int rgb = Integer.parseInt(six, 16);
    return Optional.of(new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
  }

  private static Optional<Colour> rgb(MatchResult found) {
    List<Integer> parts =
        IntStream.rangeClosed(1, 3).mapToObj(part -> Integer.valueOf(found.group(part))).toList();
    return parts.stream().allMatch(part -> part <= 255)
        ? Optional.of(new Colour(parts.get(0), parts.get(1), parts.get(2)))
        : Optional.empty();
  }

  /**
   * Returns black or white, whichever is more readable on this colour (W3C, relative luminance).
   */
  Colour readable() {
    double luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    return luminance > 0.179 ? new Colour(0, 0, 0) : new Colour(255, 255, 255);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** Returns the notation of the theme, such as {@code #b00b1e}. */
  @Override
  public String toString() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }
}
