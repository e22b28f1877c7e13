package dev.sluice.app.config.reading;

import dev.sluice.migration.assess.estimate.PriceBands;
import dev.sluice.migration.assess.estimate.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which keys there are in a file of prices. */
final class PricesShape {
  private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,11}");
  private static final Rule<LocalDate> DATE =
      new Rule<>("a date such as 2026-09-20", false, List.of(), PricesShape::date);
  private static final Rule<BigDecimal> PRICE =
      new Rule<>("a price such as 0.015", false, List.of(), PricesShape::price);
  private static final String BANDS =
      "lines such as \"10000: 0.015\", which means that each user above 10,000 costs 0.015";

  /** Empty only when a problem was noted. */
  Optional<Prices> read(Section top) {
    Optional<LocalDate> asOf = top.need("as-of", DATE);
    Optional<String> source = top.need("source", Rule.text("where the prices were read"));
    Optional<String> currency = top.need("currency", Rule.text("a currency such as USD"));
    SequencedMap<String, PriceBands> plans = plans(top.part("plans"));
    Optional<PriceBands> federated = bands(top.part("federated"));
    Optional<BigDecimal> tokens = top.need("per-1000-machine-tokens", PRICE);
    top.complainAboutUnknown();
    return asOf.isEmpty()
            || source.isEmpty()
            || currency.isEmpty()
            || plans.isEmpty()
            || federated.isEmpty()
            || tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Prices(
                asOf.get(), source.get(), currency.get(), plans, federated.get(), tokens.get()));
  }

  private static SequencedMap<String, PriceBands> plans(Section section) {
    SequencedMap<String, PriceBands> plans = new LinkedHashMap<>();
    for (String plan : section.keys()) {
      bands(section.part(plan)).ifPresent(bands -> plans.put(plan, bands));
    }
    if (section.keys().isEmpty() && !section.isBroken()) {
      section.problem(
          section.line(), "plans", "is missing; expected plans such as lite, each with " + BANDS);
    }
    return plans;
  }

  private static Optional<PriceBands> bands(Section section) {
    SortedMap<Long, BigDecimal> above = new TreeMap<>();
    for (String users : section.keys()) {
      Optional<BigDecimal> price = section.need(users, PRICE);
      if (COUNT.matcher(users).matches()) {
        price.ifPresent(each -> above.put(Long.valueOf(users), each));
      } else {
        section.problem(
            section.lineOf(users), section.name(users), "is not right; expected " + BANDS);
      }
    }
    if (!section.keys().contains("0") && !section.isBroken()) {
      section.problem(
          section.line(),
          section.name("0"),
          "is missing; prices begin with that of the first user: expected " + BANDS);
    }
    return above.containsKey(0L) ? Optional.of(new PriceBands(above)) : Optional.empty();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> price(String text) {
    try {
      return Optional.of(new BigDecimal(text)).filter(price -> price.signum() >= 0);
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
