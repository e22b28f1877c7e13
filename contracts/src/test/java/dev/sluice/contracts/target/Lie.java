package dev.sluice.contracts.target;

import java.util.Set;

/** What a target may do otherwise than it says, whatever it claims; and the tests that find it. */
enum Lie {
  TAKES_FROM_THOSE_WHO_HAVE_MOVED("nobody_takes_an_address_from_a_user_who_has_moved"),
  TAKES_WHAT_IS_YIELDED(
      "somebody_who_yields_an_address_takes_it_from_nobody_and_says_if_it_comes_without"),
  CONCEALS_WHO_COMES_WITHOUT(
      "somebody_who_yields_an_address_takes_it_from_nobody_and_says_if_it_comes_without"),
  LEAVES_OUT_WHAT_ANOTHER_HAS(
      "a_second_user_of_an_address_keeps_it_or_is_refused_as_taken",
      "nobody_takes_an_address_from_a_user_who_has_moved"),
  CONCEALS_THAT_A_LOGIN_IS_TAKEN(
      "a_second_user_of_an_address_keeps_it_or_is_refused_as_taken",
      "nobody_takes_an_address_from_a_user_who_has_moved",
      "a_username_that_another_has_is_refused_as_taken_where_it_is_refused"),
  WRITES_WHAT_IT_FORETELLS("nothing_is_written_by_foretelling"),
  CONCEALS_WHO_IS_ELSEWHERE("who_is_elsewhere_by_the_same_id_is_told_of_and_refused");

  private final String tests;

  Lie(String... tests) {
    this.tests = String.join(" ", tests);
  }

  Set<String> tests() {
    return Set.of(tests.split(" ", -1));
  }
}
