package dev.sluice.api.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.contracts.source.PoolInventories;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PoolInventoryJsonTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final PoolInventory EVERYTHING = PoolInventories.everything();

  @Test
  void what_was_written_is_read_back_secrets_and_all() {
    JsonNode text = JSON.readTree(PoolInventoryJson.withSecrets(EVERYTHING).toString());
    assertThat(PoolInventoryJson.read(text))
        .usingRecursiveComparison()
        .withComparatorForType(Comparator.comparing(Secret::reveal), Secret.class)
        .isEqualTo(EVERYTHING);
  }

  @Test
  void the_written_configuration_leaves_no_component_at_its_default() throws Exception {
    assertEverythingSet("", EVERYTHING);
  }

  @Test
  void a_pool_with_nothing_set_is_read_back_too() {
    JsonNode written = PoolInventoryJson.withSecrets(PoolInventories.plain());
    assertThat(PoolInventoryJson.read(written)).isEqualTo(PoolInventories.plain());
  }

  @Test
  void without_secrets_no_secret_is_in_it_and_everything_else_is() {
    JsonNode written = PoolInventoryJson.withoutSecrets(EVERYTHING);
    assertThat(written.toString()).doesNotContain("not-to-be-shown").contains("web shop");
    PoolInventory read = PoolInventoryJson.read(written);
    assertThat(read).isEqualTo(EVERYTHING.withoutSecrets());
    assertThat(read.clients().getFirst().confidential()).isTrue();
  }

  @Test
  void times_are_written_for_people() {
    JsonNode written = PoolInventoryJson.withSecrets(EVERYTHING);
    assertThat(written.at("/pool/createdAt").asString()).isEqualTo("2019-03-04T05:06:07Z");
    assertThat(written.at("/clients/0/tokens/access").asString()).isEqualTo("PT17M");
  }

  @Test
  void a_file_of_a_later_version_is_read_without_what_is_new_in_it() {
    ObjectNode later = (ObjectNode) PoolInventoryJson.withSecrets(PoolInventories.plain());
    later.put("invented", "later");
    ((ObjectNode) later.get("pool")).put("inventedToo", 3);
    assertThat(PoolInventoryJson.read(later)).isEqualTo(PoolInventories.plain());
  }

  @Test
  void a_file_of_an_earlier_version_is_read_with_empty_lists_for_what_it_did_not_know() {
    ObjectNode earlier = (ObjectNode) PoolInventoryJson.withSecrets(EVERYTHING);
    earlier.remove(List.of("identityPools"));
    ((ObjectNode) earlier.get("pool")).remove(List.of("tags"));
    PoolInventory read = PoolInventoryJson.read(earlier);
    assertThat(read.identityPools()).isEmpty();
    assertThat(read.pool().tags()).isEmpty();
  }

  @Test
  void something_else_is_refused_with_what_it_lacks() {
    ObjectNode other = (ObjectNode) PoolInventoryJson.withSecrets(EVERYTHING);
    ((ObjectNode) other.at("/clients/0")).remove(List.of("id"));
    assertThatThrownBy(() -> PoolInventoryJson.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clients[0].id is missing");
  }

  @Test
  void a_secret_that_is_no_text_is_refused_without_being_told() {
    ObjectNode odd = (ObjectNode) PoolInventoryJson.withSecrets(EVERYTHING);
    ((ObjectNode) odd.at("/clients/0")).putObject("secret").put("text", "not-to-be-shown");
    assertThatThrownBy(() -> PoolInventoryJson.read(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a text")
        .hasMessageNotContaining("not-to-be-shown");
  }

  @Test
  void a_secret_is_never_printed() {
    assertThat(EVERYTHING.toString()).doesNotContain("not-to-be-shown");
  }

  private static void assertEverythingSet(String path, Record of) throws Exception {
    for (RecordComponent each : of.getClass().getRecordComponents()) {
      Object value = each.getAccessor().invoke(of);
      String name = path + "/" + each.getName();
      assertThat(value).as(name).isNotIn(null, "", 0, 0L, false, List.of(), Map.of());
      if ((value instanceof List<?> items ? items.getLast() : value) instanceof Record deeper) {
        assertEverythingSet(name, deeper);
      }
    }
  }
}
