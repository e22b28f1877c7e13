package dev.sluice.keycloak.load.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {
  private static final long MILLIS = 1_764_098_765_432L;

  @Test
  void each_is_greater_than_the_one_before() {
    List<String> ids = Stream.generate(new OrderedIds(MILLIS)::next).limit(10_000).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void those_of_a_later_batch_are_greater() {
    var earlier = new OrderedIds(MILLIS);
    String last = Stream.generate(earlier::next).limit(10_000).reduce((a, b) -> b).orElseThrow();

    assertThat(new OrderedIds(MILLIS + 1).next()).isGreaterThan(last);
  }

  @Test
  void batches_of_the_same_moment_share_none() {
    var one = new OrderedIds(MILLIS);
    var other = new OrderedIds(MILLIS);

    assertThat(Stream.generate(one::next).limit(10_000).toList())
        .doesNotContainAnyElementsOf(Stream.generate(other::next).limit(10_000).toList());
  }

  @Test
  void they_are_uuids_of_version_7() {
    UUID id = UUID.fromString(new OrderedIds(MILLIS).next());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MILLIS);
  }
}
