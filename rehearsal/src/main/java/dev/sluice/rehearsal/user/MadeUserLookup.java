package dev.sluice.rehearsal.user;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Finds made-up users by what is written in their names; each answer takes the same short time. */
public final class MadeUserLookup {

  private final MadeUsers users;

  public MadeUserLookup(MadeUsers users) {
    this.users = users;
  }

  /**
   * Returns the users, at most five, who may have this text as sub, username, email or phone
   * number.
   */
  public List<Long> candidates(String text) {
    OptionalLong index = read(text);
    long found = index.orElse(-1);
    if (found < 0 || found >= users.shape().users()) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(found, users.mate(found)), users.circles().circle(found).stream())
        .distinct()
        .toList();
  }

  private OptionalLong read(String text) {
    OptionalLong bySub = users.subs().index(text);
    if (bySub.isPresent()) {
      return bySub;
    }
    for (IdentityProvider provider : IdentityProvider.values()) {
      String start = provider.providerName() + "_";
      if (text.regionMatches(true, 0, start, 0, start.length())) {
        OptionalLong index = FederatedNames.index(provider, text.substring(start.length()));
        return index.isPresent() ? index : LoginNames.index(text);
      }
    }
    return text.startsWith("+") ? LoginNames.indexOfPhone(text) : LoginNames.index(text);
  }

  /**
   * Returns the users whose subs start with the prefix; prefixes longer than eight digits may give
   * some others too.
   */
  public Progression bySubPrefix(String prefix) {
    return users.subs().startingWith(prefix, users.shape().users());
  }
}
