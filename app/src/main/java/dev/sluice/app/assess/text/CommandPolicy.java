package dev.sluice.app.assess.text;

import dev.sluice.cognito.access.CommandAccess;
import dev.sluice.cognito.access.LeastPolicy;
import dev.sluice.cognito.call.CognitoOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An IAM policy, ready to paste.
 *
 * @param commands the commands that need exactly this policy
 * @param json on several lines
 */
public record CommandPolicy(List<String> commands, String json) {
  /** Prints one action a line, as AWS's own pages do. */
  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter()
          .withArrayIndenter(new DefaultIndenter("  ", "\n"))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));

  public CommandPolicy {
    commands = List.copyOf(commands);
  }

  /** Returns each policy once. */
  static List<CommandPolicy> of(CognitoOptions pool, @Nullable String poolArn) {
    Map<ObjectNode, List<String>> commands = new LinkedHashMap<>();
    for (CommandAccess access : CommandAccess.values()) {
      commands
          .computeIfAbsent(LeastPolicy.of(access, pool, poolArn), first -> new ArrayList<>())
          .add(access.command());
    }
    return commands.entrySet().stream()
        .map(each -> new CommandPolicy(each.getValue(), written(each.getKey())))
        .toList();
  }

  private static String written(ObjectNode policy) {
    return JsonMapper.shared().writer().with(LINES).writeValueAsString(policy);
  }

  /** Returns the names of the commands in one line. */
  public String title() {
    return String.join(" · ", commands);
  }
}
