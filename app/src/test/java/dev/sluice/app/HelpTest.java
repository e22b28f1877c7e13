package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
  private static final Predicate<String> SENTENCES =
      Pattern.compile("[A-Z0-9].*[^.]\\.", Pattern.DOTALL).asMatchPredicate();
  private static final int COLUMNS = 80;

  @Test
  void every_line_of_a_description_is_whole_sentences() {
    Map<String, String[]> descriptions = new TreeMap<>();
    commands().forEach(command -> collect(command, descriptions));

    assertThat(descriptions)
        .containsKeys("sluice", "sluice archive key", "sluice backup open --to", "sluice demo")
        .allSatisfy((name, lines) -> assertThat(lines).as(name).isNotEmpty().allMatch(SENTENCES));
  }

  @Test
  void a_list_of_commands_shows_each_description_whole() {
    assertThat(commands().filter(command -> !command.getSubcommands().isEmpty()))
        .allSatisfy(parent ->
            assertThat(flat(parent.getUsageMessage(Ansi.OFF)))
                .as(parent.getCommandSpec().qualifiedName())
                .contains(
                    parent.getSubcommands().values().stream()
                        .map(child -> child.getCommandSpec().usageMessage().description()[0])
                        .toList()));
  }

  @Test
  void no_line_of_help_is_wider_than_a_terminal() {
    assertThat(commands())
        .allSatisfy(command -> {
          assertThat(command.getUsageMessage(Ansi.OFF).lines())
              .as(command.getCommandSpec().qualifiedName())
              .allMatch(line -> line.length() <= COLUMNS);
          assertThat(command.getCommandSpec().usageMessage().footer())
              .allMatch(line -> line.length() <= COLUMNS);
        });
  }

  private static Stream<CommandLine> commands() {
    return withSubcommands(SluiceCommand.commandLine());
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
  }

  private static void collect(CommandLine command, Map<String, String[]> descriptions) {
    CommandSpec spec = command.getCommandSpec();
    descriptions.put(spec.qualifiedName(), spec.usageMessage().description());
    spec.options()
        .forEach(option ->
            descriptions.put(
                spec.qualifiedName() + " " + option.longestName(), option.description()));
    spec.positionalParameters()
        .forEach(parameter ->
            descriptions.put(
                spec.qualifiedName() + " " + parameter.paramLabel(), parameter.description()));
  }

  private static String flat(String text) {
    return String.join(" ", Arrays.asList(text.strip().split("\\s+")));
  }
}
