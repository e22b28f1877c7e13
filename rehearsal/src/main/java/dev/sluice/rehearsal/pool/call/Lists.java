package dev.sluice.rehearsal.pool.call;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of settings, page by page with MaxResults and NextToken. */
public final class Lists {
  private final PageTokens tokens;

  public Lists(PageTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns one page.
   *
   * @param field the field of the answer that holds the list
   * @param most the largest page
   */
  public <T> Answer page(
      Call call, String field, int most, List<T> all, Function<T, JsonNode> writer) {
    int limit = call.limit("MaxResults", most);
    String parameters = field + " " + limit;
    int from =
        Math.toIntExact(
            call.optional("NextToken").map(token -> tokens.read(token, parameters)).orElse(0L));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode list = answer.putArray(field);
    int end = Math.min(all.size(), from + limit);
    IntStream.range(from, end).mapToObj(all::get).map(writer).forEach(list::add);
    if (end < all.size()) {
      answer.put("NextToken", tokens.write(end, parameters));
    }
    return Answer.of(answer);
  }
}
