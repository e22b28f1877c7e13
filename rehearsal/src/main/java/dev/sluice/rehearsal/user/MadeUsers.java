package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes any user from its number; nothing is kept. */
public final class MadeUsers {

  private static final Instant FIRST_CREATED = Instant.parse("2018-03-01T08:00:00Z");
  private static final int CREATED_WITHIN_SECONDS = (int) Duration.ofDays(2500).toSeconds();
  private static final int MODIFIED_WITHIN_SECONDS = (int) Duration.ofDays(200).toSeconds();

  private final PoolShape shape;
  private final Slots slots;
  private final HostileCircles circles;
  private final Subs subs;
  private final GroupRoster roster;

  public MadeUsers(PoolShape shape) {
    this.shape = shape;
    this.slots = new Slots(shape);
    this.circles = new HostileCircles(shape, slots);
    this.subs =
        new Subs(shape.seed(), shape.region(), shape.oddities().contains(Oddity.SUBS_BEYOND_HEX));
    this.roster = new GroupRoster(shape.groups(), shape.users(), shape.hostile() > 0);
  }

  /** Returns what these users are made from. */
  public PoolShape shape() {
    return shape;
  }

  /** Returns how their subs are written and read. */
  public Subs subs() {
    return subs;
  }

  /** Returns their groups. */
  public GroupRoster roster() {
    return roster;
  }

  /** Returns the user with this number, 0 to below the shape's number of users. */
  public MadeUser user(long index) {
    MadeUser plain = plain(index);
    return hostileKind(index).map(kind -> hostile(plain, kind)).orElse(plain);
  }

  private MadeUser hostile(MadeUser plain, HostileKind kind) {
    List<Long> circle = circles.circle(plain.index());
    int nth = circle.indexOf(plain.index());
    return HostileUsers.of(
        plain,
        kind,
        new HostileCircles.Place(circle.getFirst(), nth),
        plain(circle.getFirst()),
        plain(circle.get(nth - 1)));
  }

  /** Returns what is hostile about the user with this number; empty for most. */
  public Optional<HostileKind> hostileKind(long index) {
    return circles.kind(index);
  }

  HostileCircles circles() {
    return circles;
  }

  private MadeUser plain(long index) {
    UserKind kind = slots.kind(index);
    Draw draw = new Draw(shape.seed(), index);
    Instant created =
        FIRST_CREATED.plusMillis(
            1000L * draw.below(CREATED_WITHIN_SECONDS, Topic.CREATED)
                + draw.below(1000, Topic.CREATED));
    List<LinkedIdentity> identities = identities(index, kind, created);
    return new MadeUser(
        index,
        kind,
        shape.signInBy(),
        username(index, kind),
        Passwords.of(draw, kind),
        kind == UserKind.FORCE_CHANGE_EXPIRED ? created.plus(Duration.ofDays(7)) : null,
        status(kind),
        kind != UserKind.DISABLED,
        mfa(kind),
        attributes(draw, kind, identities),
        identities,
        roster.groupsOf(index),
        created,
        created.plusSeconds(draw.below(MODIFIED_WITHIN_SECONDS, Topic.MODIFIED)));
  }

  /** Returns the other user of a pair; the user itself when it is in none. */
  public long mate(long index) {
    return slots.mate(index);
  }

  /** Returns the users of this kind, in order of their numbers. */
  public Stream<MadeUser> ofKind(UserKind kind) {
    if (kind == UserKind.ORDINARY) {
      return LongStream.range(0, shape.users())
          .filter(index -> slots.kind(index) == kind)
          .mapToObj(this::user);
    }
    long blocks = (shape.users() + UserKind.BLOCK - 1) / UserKind.BLOCK;
    return LongStream.range(0, blocks)
        .flatMap(block -> inBlock(block, kind))
        .filter(index -> index < shape.users() && slots.kind(index) == kind)
        .mapToObj(this::user);
  }

  /** Returns the users who are hostile in this way, in order of their numbers. */
  public Stream<MadeUser> ofKind(HostileKind kind) {
    return LongStream.range(0, shape.users())
        .filter(index -> hostileKind(index).filter(kind::equals).isPresent())
        .mapToObj(this::user);
  }

  private LongStream inBlock(long block, UserKind kind) {
    return LongStream.range(0, kind.inEachBlock())
        .map(nth -> slots.inBlock(block, kind, (int) nth))
        .sorted();
  }

  private Map<String, String> attributes(
      Draw draw, UserKind kind, List<LinkedIdentity> identities) {
    Profile profile = new Profile(draw, kind, shape.signInBy(), subs.sub(draw.index()));
    if (!identities.isEmpty()) {
      profile.withIdentities("[" + identities.getFirst().toJson() + "]");
    }
    profile.reachableAt(email(draw.index(), kind), LoginNames.phone(draw.index()));
    profile.named(
        kind == UserKind.MANY_SCRIPTS ? Names.inAnyScript(draw) : Names.latin(ownerOf(draw, kind)));
    Map<String, String> attributes = new LinkedHashMap<>(profile.finished());
    attributes.putAll(new Oddities(shape.oddities()).in(draw.index(), attributes));
    return Collections.unmodifiableMap(attributes);
  }

  /**
   * Returns the draw of the user who lends its name: of a linked user for its earlier profile, and
   * of the owner for a shared email.
   */
  private Draw ownerOf(Draw draw, UserKind kind) {
    return kind == UserKind.LINKED_EARLIER_PROFILE || kind == UserKind.DUPLICATE_EMAIL_OTHER
        ? new Draw(shape.seed(), slots.mate(draw.index()))
        : draw;
  }

  private String email(long index, UserKind kind) {
    Draw owner = ownerOf(new Draw(shape.seed(), index), kind);
    String local = LoginNames.local(Names.latin(owner), owner.index());
    return LoginNames.email(owner, kind == UserKind.PLUS_SIGN ? local + "+news" : local);
  }

  private String username(long index, UserKind kind) {
    LinkedIdentity own = ownIdentity(index, kind, FIRST_CREATED);
    if (kind.isFederated() && own != null) {
      return own.provider().providerName() + "_" + own.userId();
    }
    if (!shape.signInBy().hasUsernames()) {
      return subs.sub(index);
    }
    Draw draw = new Draw(shape.seed(), index);
    return switch (kind) {
      case MANY_SCRIPTS -> LoginNames.inScript(Names.inAnyScript(draw), index);
      case LONGEST_NAMES -> LoginNames.longest(Names.latin(draw), index);
      case CASE_TWIN_UPPER -> upperTwin(slots.mate(index));
      default -> LoginNames.local(Names.latin(draw), index);
    };
  }

  private String upperTwin(long lower) {
    String name = LoginNames.local(Names.latin(new Draw(shape.seed(), lower)), lower);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private List<LinkedIdentity> identities(long index, UserKind kind, Instant created) {
    LinkedIdentity own = ownIdentity(index, kind, created);
    return own == null ? List.of() : List.of(own);
  }

  private @Nullable LinkedIdentity ownIdentity(long index, UserKind kind, Instant created) {
    IdentityProvider provider = provider(index, kind);
    if (provider == null) {
      return null;
    }
    long known = kind == UserKind.LINKED ? slots.mate(index) : index;
    String id = FederatedNames.idAt(provider, known, email(known, slots.kind(known)));
    String issuer =
        provider.isBusiness()
            ? "https://" + provider.providerName().toLowerCase(Locale.ROOT) + ".example.com"
            : null;
    return new LinkedIdentity(provider, id, issuer, kind != UserKind.LINKED, created);
  }

  private @Nullable IdentityProvider provider(long index, UserKind kind) {
    return switch (kind) {
      case FEDERATED_GOOGLE -> IdentityProvider.GOOGLE;
      case FEDERATED_FACEBOOK -> IdentityProvider.FACEBOOK;
      case FEDERATED_APPLE -> IdentityProvider.APPLE;
      case FEDERATED_AMAZON -> IdentityProvider.AMAZON;
      case FEDERATED_SAML -> IdentityProvider.SAML;
      case FEDERATED_OIDC -> IdentityProvider.OIDC;
      case LINKED, LINKED_EARLIER_PROFILE -> {
        IdentityProvider[] all = IdentityProvider.values();
        long block = index / UserKind.BLOCK;
        yield all[new Draw(shape.seed(), block).below(all.length, Topic.PROVIDER)];
      }
      default -> null;
    };
  }

  private static UserStatus status(UserKind kind) {
    return switch (kind) {
      case UNCONFIRMED -> UserStatus.UNCONFIRMED;
      case RESET_REQUIRED, IMPORTED -> UserStatus.RESET_REQUIRED;
      case FORCE_CHANGE, FORCE_CHANGE_EXPIRED -> UserStatus.FORCE_CHANGE_PASSWORD;
      default -> kind.isFederated() ? UserStatus.EXTERNAL_PROVIDER : UserStatus.CONFIRMED;
    };
  }

  private static MfaKind mfa(UserKind kind) {
    return switch (kind) {
      case MFA_SMS -> MfaKind.SMS;
      case MFA_EMAIL -> MfaKind.EMAIL;
      case MFA_TOTP -> MfaKind.TOTP;
      case MFA_SEVERAL -> MfaKind.SEVERAL;
      case MFA_SETUP -> MfaKind.SETUP;
      default -> MfaKind.NONE;
    };
  }
}
