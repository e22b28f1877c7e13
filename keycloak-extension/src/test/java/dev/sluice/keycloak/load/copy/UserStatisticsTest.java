package dev.sluice.keycloak.load.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserStatisticsTest {
  @ParameterizedTest
  @CsvSource({"0,0", "999,0", "1000,1", "1999,1", "2000,2", "3999,2", "4000,3", "1000000,10"})
  void a_realm_doubles(long users, int doublings) {
    assertThat(UserStatistics.doublings(users)).isEqualTo(doublings);
  }
}
