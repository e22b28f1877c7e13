package dev.sluice.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedNoticesTest {
  private final CountedNotices notices = new CountedNotices();

  @Test
  void a_notice_stands_once_with_its_count_in_the_order_of_the_first() {
    IntStream.range(0, 62).forEach(time -> notices.add("The target asks for another try later."));
    notices.add("Something else.");
    notices.add("The target asks for another try later.");

    assertThat(notices.all())
        .containsExactly("The target asks for another try later. (63 times)", "Something else.");
  }

  @Test
  void things_that_a_notice_is_about_are_named_once_and_the_rest_is_counted() {
    IntStream.range(0, 9).forEach(shard -> notices.add("Read again", "shard " + shard));

    assertThat(notices.all())
        .containsExactly("Read again: shard 0, shard 1, shard 2, shard 3, shard 4 and 4 more");
  }

  @Test
  void a_thing_that_comes_again_is_counted_and_not_named_again() {
    notices.add("Read again", "shard 1");
    notices.add("Read again", "shard 2");
    notices.add("Read again", "shard 1");

    assertThat(notices.all()).containsExactly("Read again: shard 1, shard 2 (3 times)");
  }

  @Test
  void a_runs_listener_hears_a_notice_once() {
    List<String> heard = new ArrayList<>();
    RunCounts counts =
        new RunCounts(
            0,
            new RunListener() {
              @Override
              public void progressed(RunProgress progress) {}

              @Override
              public void noticed(String notice) {
                heard.add(notice);
              }
            },
            InstantSource.system());
    IntStream.range(0, 60).forEach(time -> counts.notice("Try later"));
    IntStream.range(0, 3).forEach(shard -> counts.notice("Read again", "shard " + shard));

    assertThat(heard).containsExactly("Try later", "Read again: shard 0");
    assertThat(counts.notices())
        .containsExactly("Try later (60 times)", "Read again: shard 0, shard 1, shard 2");
  }
}
