package dev.sluice.app.archive;

import dev.sluice.migration.archive.export.ExportReport;
import dev.sluice.migration.archive.format.ArchivedFile.Kind;
import dev.sluice.migration.archive.manifest.FinishedArchive;
import dev.sluice.migration.archive.manifest.Manifest;
import dev.sluice.migration.run.RunProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats what an export did and what an archive holds, as text and as JSON. */
public final class ArchiveText {
  private ArchiveText() {}

  public static List<String> lines(ExportReport report, Path directory) {
    RunProgress totals = report.totals();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "The export %s in %d min %02d s; %,.0f users/s.",
            report.resumed() ? "resumed and finished" : "finished",
            totals.elapsed().toMinutes(),
            totals.elapsed().toSecondsPart(),
            totals.rate()));
    report.notices().forEach(notice -> lines.add("Notice: " + notice));
    lines.addAll(contents(report.archive(), directory));
    lines.add(
        "Keep that sum elsewhere. Then sluice archive verify "
            + directory
            + " --sha256 SUM refuses any other archive.");
    return lines;
  }

  /** Formats an archive that was checked. */
  public static List<String> lines(FinishedArchive archive, Path directory) {
    List<String> lines = new ArrayList<>(List.of("The archive is whole and unchanged."));
    lines.addAll(contents(archive, directory));
    return lines;
  }

  private static List<String> contents(FinishedArchive archive, Path directory) {
    Manifest manifest = archive.manifest();
    return List.of(
        String.format(
            Locale.ROOT,
            "%s: %,d users, %,d groups with %,d members of pool %s (%s), as of %s; %,d files,"
                + " %,.1f MB.",
            directory,
            manifest.records(Kind.USERS),
            manifest.records(Kind.GROUPS),
            manifest.records(Kind.MEMBERS),
            manifest.pool().id(),
            manifest.pool().name(),
            manifest.finished(),
            manifest.files().size(),
            manifest.bytes() / 1e6),
        archive.recipients().isEmpty()
            ? "It is not encrypted."
            : "It is encrypted to " + String.join(", ", archive.recipients()) + ".",
        "SHA-256 of its manifest: " + archive.sha256());
  }

  public static ObjectNode json(ExportReport report, Path directory) {
    RunProgress totals = report.totals();
    ObjectNode json = json(report.archive(), directory);
    json.put("resumed", report.resumed());
    json.put("seconds", totals.elapsed().toMillis() / 1000.0);
    json.put("usersPerSecond", totals.rate());
    ArrayNode notices = json.putArray("notices");
    report.notices().forEach(notices::add);
    return json;
  }

  /** Formats an archive that was checked. */
  public static ObjectNode json(FinishedArchive archive, Path directory) {
    Manifest manifest = archive.manifest();
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("directory", directory.toString())
            .put("archive", manifest.id())
            .put("sha256", archive.sha256())
            .put("pool", manifest.pool().id())
            .put("finished", manifest.finished().toString())
            .put("users", manifest.records(Kind.USERS))
            .put("groups", manifest.records(Kind.GROUPS))
            .put("memberships", manifest.records(Kind.MEMBERS))
            .put("files", manifest.files().size())
            .put("bytes", manifest.bytes());
    ArrayNode recipients = json.putArray("recipients");
    archive.recipients().forEach(recipients::add);
    return json;
  }
}
