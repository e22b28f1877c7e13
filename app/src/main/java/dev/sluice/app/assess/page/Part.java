package dev.sluice.app.assess.page;

/**
 * A part of the page.
 *
 * @param id for links to it
 * @param body everything below the title
 */
record Part(String id, String title, Tag body) {
  Tag section() {
    return Tag.of("section")
        .with("aria-labelledby", id)
        .add(Tag.of("h2", title).with("id", id), body);
  }
}
