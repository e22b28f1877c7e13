package dev.sluice.targets.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.PlannedUserJson;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An append-only file of users, written by one process at a time. */
final class UserFile {
  private static final FileAttribute<?> FOR_THE_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final FileChannel channel;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** Maps each value that users cannot share to its owner. */
  private final Map<String, String> owners = new HashMap<>();

  UserFile(Path path) throws IOException {
    channel = FileChannel.open(path, Set.of(CREATE, READ, WRITE), FOR_THE_OWNER);
    try {
      if (channel.tryLock() == null) {
        throw new IOException("another process is writing to it");
      }
      channel.truncate(endOfLastLine());
      users().forEach(this::remember);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  /** Removes half a line that a killed process may have left. */
  private long endOfLastLine() throws IOException {
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
      end--;
    }
    return end;
  }

  private Stream<JsonNode> users() throws IOException {
    return new BufferedReader(Channels.newReader(channel.position(0), UTF_8))
        .lines()
        .map(JsonMapper.shared()::readTree);
  }

  /** Appends a user, which is durable after the next {@link #flush}. */
  WriteOutcome add(PlannedUser user) {
    JsonNode json = PlannedUserJson.of(user.claiming(EmailClaim.OWN));
    for (String thing : unshared(json)) {
      String owner = owners.getOrDefault(thing, "");
      if (owner.equals(user.id().value())) {
        return new WriteOutcome.AlreadyThere(user.id());
      }
      if (!owner.isEmpty()) {
        String why = thing + " belongs to user " + owner + ": rename or unlink one of the two.";
        return new WriteOutcome.Refused(user.id(), why, thing.startsWith("The username "));
      }
    }
    remember(json);
    pending.writeBytes((json + "\n").getBytes(UTF_8));
    return new WriteOutcome.Created(user.id());
  }

  void flush() throws IOException {
    pending.writeTo(Channels.newOutputStream(channel.position(channel.size())));
    channel.force(true);
    pending.reset();
  }

  Optional<TargetUser> find(UserId id) throws IOException {
    return users()
        .filter(user -> user.path("id").asString("").equals(id.value()))
        .findFirst()
        .map(user -> found(id, user.path("username"), user.path("enabled")));
  }

  private static TargetUser found(UserId id, JsonNode username, JsonNode enabled) {
    return new TargetUser(id, username.asString(""), enabled.asBoolean(), false, false);
  }

  private void remember(JsonNode user) {
    unshared(user).forEach(thing -> owners.put(thing, user.path("id").asString("")));
  }

  private static List<String> unshared(JsonNode user) {
    Stream<String> accounts =
        user.path("links")
            .valueStream()
            .map(link -> "The account " + link.path("userId") + " at " + link.path("provider"));
    String name = "The username " + user.path("username").asString("").toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of("The id " + user.path("id"), name), accounts).toList();
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
