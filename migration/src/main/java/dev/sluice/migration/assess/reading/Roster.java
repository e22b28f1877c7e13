package dev.sluice.migration.assess.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.migration.assess.found.Person;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The ids and usernames of all users, in a scratch file: about 80 bytes a user. Safe for use by
 * many threads while it is written.
 */
public final class Roster implements Iterable<Roster.Line> {
  private static final int BUFFER = 64 * 1024;

  /** Chain, length of id, length of username. */
  private static final int HEADER = 3 * Integer.BYTES;

  private final ScratchFile file;
  private final ByteBuffer tail = ByteBuffer.allocate(BUFFER);

  public Roster(ScratchFile file) {
    this.file = file;
  }

  /** A user, and the chain of pages in which it was read. */
  record Line(int chain, Person person) {}

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
      file.append(put(ByteBuffer.allocate(length), line.chain(), id, name).flip());
    } else {
      put(tail, line.chain(), id, name);
    }
    return place;
  }

  private static ByteBuffer put(ByteBuffer entry, int chain, byte[] id, byte[] name) {
    return entry.putInt(chain).putInt(id.length).putInt(name.length).put(id).put(name);
  }

  /** Returns the user at a place that {@link #add} returned. */
  Person at(long place) {
    return line(place).orElseThrow().person();
  }

  /** Iterates over all users in the order in which they were added. */
  @Override
  public Iterator<Line> iterator() {
    return new Iterator<>() {
      private long place;
      private Optional<Line> next = line(0);

      @Override
      public boolean hasNext() {
        return next.isPresent();
      }

      @Override
      public Line next() {
        Line line = next.orElseThrow(NoSuchElementException::new);
        place += length(line);
        next = line(place);
        return line;
      }
    };
  }

  private Optional<Line> line(long place) {
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
    file.read(ByteBuffer.wrap(id), place + HEADER);
    file.read(ByteBuffer.wrap(name), place + HEADER + id.length);
    return Optional.of(new Line(chain, new Person(new String(id, UTF_8), new String(name, UTF_8))));
  }

  private static int length(Line line) {
    return HEADER
        + line.person().sub().getBytes(UTF_8).length
        + line.person().username().getBytes(UTF_8).length;
  }

  private void flush() {
    file.append(tail.flip());
    tail.clear();
  }
}
