package dev.sluice.scenarios;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that a migration has written anywhere, by where it was found. */
final class WrittenPlaces {
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** All files below a directory, but for sluice.yaml, in which an owner writes secrets. */
  WrittenPlaces addFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("sluice.yaml")) {
          addFile(file);
        }
      }
    }
    return this;
  }

  WrittenPlaces addFile(Path file) throws IOException {
    String name = file.toString();
    texts.put(
        name,
        name.endsWith(".zst")
            ? archived(file)
            : Files.readString(file, StandardCharsets.ISO_8859_1));
    return this;
  }

  /** What an archive's file holds, expanded, and its escaped characters as they are. */
  private static String archived(Path file) throws IOException {
    try (InputStream in = new ZstdInputStream(Files.newInputStream(file))) {
      String lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      String read =
          ESCAPED
              .matcher(lines)
              .replaceAll(code ->
                  Matcher.quoteReplacement(
                      Character.toString((char) Integer.parseInt(code.group(1), 16))));
      return new String(read.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
  }

  /** All rows of all tables of a database. */
  WrittenPlaces addTables(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      for (String table : tables(connection)) {
        texts.put("table " + table, rows(connection, table));
      }
    }
    return this;
  }

  /** Where a text stands. */
  List<String> holding(String text) {
    String asRead = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return texts.entrySet().stream()
        .filter(place -> place.getValue().contains(text) || place.getValue().contains(asRead))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  private static String rows(Connection connection, String table) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          all.append(rows.getString(column)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
