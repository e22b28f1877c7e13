package dev.sluice.scenarios;

import java.io.IOException;
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
import java.util.stream.Stream;

/** Everything that a migration has written anywhere, by where it was found. */
final class WrittenPlaces {
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
    texts.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    return this;
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
