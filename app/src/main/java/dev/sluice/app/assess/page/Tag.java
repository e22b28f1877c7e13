package dev.sluice.app.assess.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An HTML or SVG element. All text and all attributes' values are escaped. For one thread. */
final class Tag {
  private static final Set<String> EMPTY = Set.of("meta", "br", "col");

  /** Its text has no escapes; it is ours, never input. */
  private static final String STYLE = "style";

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  private Tag(String name) {
    this.name = name;
  }

  /** Returns an element; the name is ours, never input. */
  static Tag of(String name) {
    return new Tag(name);
  }

  static Tag of(String name, String text) {
    return new Tag(name).text(text);
  }

  /** Sets an attribute; its name is ours, never input. */
  Tag with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Tag styled(String cssClass) {
    return with("class", cssClass);
  }

  Tag text(String text) {
    content.add(text);
    return this;
  }

  Tag add(Tag... children) {
    return add(List.of(children));
  }

  Tag add(List<Tag> children) {
    content.addAll(children);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder html = new StringBuilder();
    write(html);
    return html.toString();
  }

  private void write(StringBuilder html) {
    html.append('<').append(name);
    attributes.forEach((attribute, value) ->
        html.append(' ').append(attribute).append("=\"").append(escape(value)).append('"'));
    html.append('>');
    if (EMPTY.contains(name)) {
      return;
    }
    for (Object part : content) {
      if (part instanceof Tag child) {
        child.write(html);
      } else {
        html.append(name.equals(STYLE) ? part : escape(part.toString()));
      }
    }
    html.append("</").append(name).append('>');
  }

  /** Replaces characters that HTML forbids and escapes those with a meaning in HTML. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(safe, character));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int character) {
    switch (character) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      case '\n', '\t' -> safe.appendCodePoint(character);
      default -> safe.appendCodePoint(forbidden(character) ? '\uFFFD' : character);
    }
  }

  private static boolean forbidden(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || (character & 0xFFFE) == 0xFFFE
        || (character >= 0xFDD0 && character <= 0xFDEF);
  }
}
