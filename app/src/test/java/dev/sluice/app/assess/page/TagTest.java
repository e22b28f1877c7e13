package dev.sluice.app.assess.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagTest {
  @Test
  void text_and_attributes_cannot_leave_their_place() {
    Tag tag =
        Tag.of("p", "</p><script>alert('1')</script> & \"more\"").with("title", "\" onclick='x'");
    assertThat(tag)
        .hasToString(
            "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)"
                + "&lt;/script&gt; &amp; &quot;more&quot;</p>");
  }

  @Test
  void characters_that_html_forbids_are_replaced() {
    assertThat(Tag.escape("a\0b\u001bc\ud800d\uffff")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffd");
    assertThat(Tag.escape("日本 😀\n")).isEqualTo("日本 😀\n");
  }
}
