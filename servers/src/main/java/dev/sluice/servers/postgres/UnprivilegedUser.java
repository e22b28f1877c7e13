package dev.sluice.servers.postgres;

import dev.sluice.servers.ServerException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that runs a program that refuses to run as root: another user if this process runs as
 * root, else the same.
 */
final class UnprivilegedUser {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final List<String> CANDIDATES = List.of("postgres", "nobody");

  private UnprivilegedUser() {}

  /** Returns the command with what makes it run as that user. */
  static List<String> run(List<String> command) throws IOException {
    if (!ROOT) {
      return command;
    }
    var wrapped =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + name(), "--regid=" + group(), "--clear-groups"));
    wrapped.addAll(command);
    return wrapped;
  }

  /** Gives a file or directory to that user. */
  static void own(Path path) throws IOException {
    if (ROOT) {
      var users = FileSystems.getDefault().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName(name()));
    }
  }

  private static String name() throws IOException {
    for (String candidate : CANDIDATES) {
      if (exists(candidate)) {
        return candidate;
      }
    }
    throw new ServerException(
        "PostgreSQL refuses to run as root, and there is none of the users " + CANDIDATES);
  }

  private static boolean exists(String user) throws IOException {
    try {
      FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
      return true;
    } catch (UserPrincipalNotFoundException e) {
      return false;
    }
  }

  private static String group() throws IOException {
    return name().equals("nobody") ? "nogroup" : name();
  }
}
