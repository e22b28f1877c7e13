package dev.sluice.app.verify;

import dev.sluice.app.cli.CommandException;
import dev.sluice.migration.verify.Disagreement;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes each difference that a verification finds as a line: CSV if the file's name ends in {@code
 * .csv}, otherwise JSON lines. It holds personal data, so only its owner can read it. It gets its
 * name once it is complete; until then, an earlier report of that name stays.
 */
final class DisagreementFile implements AutoCloseable {
  private final Path file;
  private final Path unfinished;
  private final Writer out;
  private final boolean csv;

  private DisagreementFile(Path file, Path unfinished, Writer out, boolean csv) {
    this.file = file;
    this.unfinished = unfinished;
    this.out = out;
    this.csv = csv;
  }

  /**
   * Opens a file.
   *
   * @throws CommandException if it cannot be written
   */
  static DisagreementFile create(Path file) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    try {
      if (Files.isDirectory(file)) {
        throw new CommandException(file + " is a directory: name a file with --report.");
      }
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Writer out =
          Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      if (csv) {
        out.write("id,username,kind,field,wanted,found,state,changedSince\r\n");
      }
      return new DisagreementFile(file, unfinished, out, csv);
    } catch (IOException problem) {
      throw failure(file, problem);
    }
  }

  void write(Disagreement each) {
    try {
      out.write(csv ? row(each) : VerificationText.json(each) + "\n");
    } catch (IOException problem) {
      throw failure(file, problem);
    }
  }

  private static CommandException failure(Path file, IOException problem) {
    String why =
        problem instanceof NoSuchFileException
            ? "its directory does not exist"
            : problem.getClass().getSimpleName() + ", " + problem.getMessage();
    return new CommandException(
        "The report %s cannot be written: %s. Name another file with --report."
            .formatted(file, why));
  }

  private static String row(Disagreement each) {
    return Stream.of(
                each.id().value(),
                each.username(),
                VerificationText.key(each.kind()),
                each.field(),
                each.wanted(),
                each.found(),
                each.state() == null ? "" : each.state().name(),
                String.valueOf(each.changedSince()))
            .map(DisagreementFile::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /**
   * Quotes a value and defuses formulas, because a spreadsheet would run them and users choose
   * their attributes.
   */
  private static String cell(@Nullable String value) {
    String text = value == null ? "" : value;
    boolean formula =
        !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-][0-9 ]+");
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  /** Completes the file and gives it its name. */
  void finish() {
    try {
      out.close();
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      throw failure(file, problem);
    }
  }

  /** Closes the file and deletes an unfinished one. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(unfinished);
    } catch (IOException problem) {
      throw failure(file, problem);
    }
  }
}
