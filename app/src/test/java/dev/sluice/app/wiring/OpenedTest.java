package dev.sluice.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
  @Test
  void what_was_opened_last_is_closed_first_and_one_failure_keeps_nothing_open() {
    List<String> closed = new ArrayList<>();
    try (Opened opened = Opened.untilTheEnd()) {
      opened.add(() -> closed.add("ledger"));
      opened.add(() -> {
        throw new IllegalStateException("stuck");
      });
      opened.add(() -> closed.add("gateway"));
    }
    assertThat(closed).containsExactly("gateway", "ledger");
  }
}
