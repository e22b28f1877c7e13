package dev.sluice.app.report;

import dev.sluice.migration.run.Disagreement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a verification finds, a line each, written as it is found: CSV where the file's name
 * ends in {@code .csv}, JSON lines elsewhere. It holds people's data, so its owner alone can read
 * it.
 */
public final class DisagreementFile implements AutoCloseable {
  private final Writer out;
  private final boolean csv;

  private DisagreementFile(Writer out, boolean csv) {
    this.out = out;
    this.csv = csv;
  }

  /**
   * Begins a file, in place of one of that name.
   *
   * @throws IOException when it cannot be written
   */
  public static DisagreementFile create(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    if (csv) {
      out.write("id,username,kind,field,wanted,found,state,changedSince\r\n");
    }
    return new DisagreementFile(out, csv);
  }

  public void write(Disagreement each) {
    try {
      out.write(csv ? row(each) : VerificationText.json(each) + "\n");
    } catch (IOException problem) {
      throw new UncheckedIOException("The report cannot be written", problem);
    }
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

  /** A spreadsheet would run what looks like a formula, and users choose their attributes. */
  private static String cell(@Nullable String value) {
    String text = value == null ? "" : value;
    boolean formula =
        !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-][0-9 ]+");
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
