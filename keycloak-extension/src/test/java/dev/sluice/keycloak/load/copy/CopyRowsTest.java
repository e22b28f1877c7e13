package dev.sluice.keycloak.load.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyRowsTest {
  private final CopyRows rows = new CopyRows();

  @Test
  void a_row_is_a_line_and_columns_have_a_tab_between_them() {
    rows.text("a").number(-7).flag(true).flag(false).text(null).endRow();
    rows.text("").text("é").endRow();
    assertThat(text()).isEqualTo("a\t-7\tt\tf\t\\N\n\té\n");
  }

  @Test
  void what_means_something_to_copy_is_escaped() {
    rows.text("\\N").text("a\tb").text("a\r\nb").text("\\.").text("\\\\x").endRow();
    assertThat(text()).isEqualTo("\\\\N\ta\\tb\ta\\r\\nb\t\\\\.\t\\\\\\\\x\n");
  }

  @Test
  void bytes_are_written_in_hex() {
    rows.bytes(new byte[] {0, 10, -1}).bytes(null).endRow();
    assertThat(text()).isEqualTo("\\\\x000aff\t\\N\n");
  }

  @Test
  void without_a_row_it_is_empty() {
    assertThat(rows.isEmpty()).isTrue();
    rows.text(null).endRow();
    assertThat(rows.isEmpty()).isFalse();
  }

  private String text() {
    return new String(rows.utf8(), UTF_8);
  }
}
