package dev.sluice.migration.assess.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.api.user.Standing;
import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What is needed of each user once all are read, in a scratch file: about 100 bytes a user. Safe
 * for use by many threads while it is written.
 */
public final class Roster implements Iterable<Roster.Line> {
  private static final int BUFFER = 64 * 1024;

  /** Chain, length of id, length of username, what it is unfit for, standing. */
  private static final int FIXED = 4 * Integer.BYTES + Long.BYTES;

  /** How many accounts elsewhere, and {@link Fate}. */
  private static final int FATE = FIXED + Byte.BYTES;

  private static final int HEADER = FATE + 2 * Byte.BYTES + Long.BYTES;

  private final ScratchFile file;
  private final ByteBuffer tail = ByteBuffer.allocate(BUFFER);

  public Roster(ScratchFile file) {
    this.file = file;
  }

  /**
   * A user, and the chain of pages in which it was read.
   *
   * @param unfit which set of obstacles it has, 0 for none; see {@link ObstacleSets}
   * @param accounts how many accounts at other providers it has, 0 to 127
   */
  record Line(int chain, Person person, Standing standing, int unfit, int accounts, Fate fate) {
    Line(int chain, Person person) {
      this(chain, person, Standing.UNKNOWN, 0, 0, Fate.OPEN);
    }
  }

  /**
   * What becomes of a user, as far as it is known.
   *
   * @param links how many of its accounts are linked to the profile at {@code into}
   */
  record Fate(Outlook outlook, int links, long into) {
    static final Fate OPEN = new Fate(Outlook.COMES, 0, 0);

    Fate with(Outlook other) {
      return new Fate(other, links, into);
    }
  }

  /** Adds a user and returns the place at which it is found again. */
  synchronized long add(Line line) {
    byte[] id = line.person().sub().getBytes(UTF_8);
    byte[] name = line.person().username().getBytes(UTF_8);
    int length = HEADER + id.length + name.length;
    if (length > tail.remaining()) {
      flush();
    }
    long place = file.size() + tail.position();
    if (length > tail.remaining()) {
      file.append(put(ByteBuffer.allocate(length), line, id, name).flip());
    } else {
      put(tail, line, id, name);
    }
    return place;
  }

  private static ByteBuffer put(ByteBuffer entry, Line line, byte[] id, byte[] name) {
    entry.putInt(line.chain()).putInt(id.length).putInt(name.length).putInt(line.unfit());
    entry.putLong(line.standing().packed()).put((byte) Math.min(127, line.accounts()));
    return put(entry, line.fate()).put(id).put(name);
  }

  private static ByteBuffer put(ByteBuffer entry, Fate fate) {
    return entry
        .put(fate.outlook().code())
        .put((byte) Math.min(127, fate.links()))
        .putLong(fate.into());
  }

  /** Returns the user at a place that {@link #add} returned. */
  Person at(long place) {
    return line(place).person();
  }

  /** Returns what is known of the user at a place that {@link #add} returned. */
  Line line(long place) {
    return lineOrNone(place).orElseThrow();
  }

  /** Keeps what becomes of the user at a place that {@link #add} returned. */
  void decide(long place, Fate fate) {
    synchronized (this) {
      flush();
    }
    file.overwrite(put(ByteBuffer.allocate(HEADER - FATE), fate).flip(), place + FATE);
  }

  /** Iterates over all users in the order in which they were added. */
  @Override
  public Iterator<Line> iterator() {
    return new Iterator<>() {
      private long place;
      private Optional<Line> next = lineOrNone(0);

      @Override
      public boolean hasNext() {
        return next.isPresent();
      }

      @Override
      public Line next() {
        Line line = next.orElseThrow(NoSuchElementException::new);
        place += length(line);
        next = lineOrNone(place);
        return line;
      }
    };
  }

  private Optional<Line> lineOrNone(long place) {
    synchronized (this) {
      flush();
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    file.read(header, place);
    if (header.flip().remaining() < HEADER) {
      return Optional.empty();
    }
    int chain = header.getInt();
    byte[] id = new byte[header.getInt()];
    byte[] name = new byte[header.getInt()];
    int unfit = header.getInt();
    Standing standing = Standing.unpacked(header.getLong());
    int accounts = header.get();
    Fate fate = new Fate(Outlook.of(header.get()), header.get(), header.getLong());
    file.read(ByteBuffer.wrap(id), place + HEADER);
    file.read(ByteBuffer.wrap(name), place + HEADER + id.length);
    Person person = new Person(new String(id, UTF_8), new String(name, UTF_8));
    return Optional.of(new Line(chain, person, standing, unfit, accounts, fate));
  }

  private static int length(Line line) {
    return HEADER
        + line.person().sub().getBytes(UTF_8).length
        + line.person().username().getBytes(UTF_8).length;
  }

  private void flush() {
    if (tail.position() > 0) {
      file.append(tail.flip());
      tail.clear();
    }
  }
}
