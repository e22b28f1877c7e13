package dev.sluice.targets.fusionauth.users;

import dev.sluice.targets.fusionauth.api.FusionAuthErrors;
import dev.sluice.targets.fusionauth.api.FusionAuthErrors.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The users that the errors of a refused import seem to name: by index in the request, or by an id
 * or a login in brackets. They are only hints, because FusionAuth's documents show no example: a
 * named user is tried alone.
 */
public final class Hints {
  private static final Pattern PLACE_OF_USER = Pattern.compile("^users\\[(\\d{1,6})]");
  private static final Pattern PLACE_AT_THE_END = Pattern.compile("\\[(\\d{1,6})]$");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\[\\]]+)]");

  private Hints() {}

  public static Set<ImportUser> of(FusionAuthErrors errors, List<ImportUser> users) {
    Set<ImportUser> named = new HashSet<>();
    Set<String> values = new HashSet<>();
    for (FieldError error : errors.errors()) {
      OptionalInt place = place(error.field());
      if (place.isPresent() && place.getAsInt() < users.size()) {
        named.add(users.get(place.getAsInt()));
      }
      values.addAll(inBrackets(error.message()));
    }
    users.stream().filter(user -> isAmong(user, values)).forEach(named::add);
    return named;
  }

  private static OptionalInt place(String field) {
    for (Pattern pattern : List.of(PLACE_OF_USER, PLACE_AT_THE_END)) {
      Matcher matcher = pattern.matcher(field);
      if (matcher.find()) {
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
      }
    }
    return OptionalInt.empty();
  }

  private static Set<String> inBrackets(String message) {
    return IN_BRACKETS
        .matcher(message)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static boolean isAmong(ImportUser user, Set<String> values) {
    return Stream.concat(Stream.of(user.id().value().toLowerCase(Locale.ROOT)), user.logins())
        .anyMatch(values::contains);
  }
}
