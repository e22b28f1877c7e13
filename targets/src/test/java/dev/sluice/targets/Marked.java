package dev.sluice.targets;

/** A part of a page that is made from the code, between two marks. */
record Marked(String name) {

  /**
   * The page with this text between the marks.
   *
   * @param text ends with a line's end
   */
  String replacedIn(String page, String text) {
    String first = "<!-- " + name + ": made from the code, see TargetPageTest -->\n";
    String last = "<!-- /" + name + " -->\n";
    int begin = page.indexOf(first);
    int end = page.indexOf(last);
    if (begin < 0 || end < begin) {
      throw new AssertionError("The page lacks the marks " + first + " and " + last);
    }
    return page.substring(0, begin + first.length()) + text + page.substring(end);
  }
}
