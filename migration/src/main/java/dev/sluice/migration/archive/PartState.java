package dev.sluice.migration.archive;

import dev.sluice.migration.archive.format.JsonFields;
import dev.sluice.migration.archive.format.Lines;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far one file has been written.
 *
 * @param position where the source resumes; null at the start and when finished
 * @param records how many lines were written
 * @param bytes the file's length up to here; anything behind it was never recorded
 */
record PartState(
    @Nullable String position, boolean finished, long records, long chunks, long bytes) {
  static final PartState START = new PartState(null, false, 0, 0, 0);

  PartState after(int moreRecords, int moreBytes, @Nullable String next) {
    return new PartState(next, next == null, records + moreRecords, chunks + 1, bytes + moreBytes);
  }

  byte[] json() {
    return Lines.JSON.writeValueAsBytes(
        Lines.object()
            .put("position", position)
            .put("finished", finished)
            .put("records", records)
            .put("chunks", chunks)
            .put("bytes", bytes));
  }

  static PartState in(byte[] json) {
    JsonNode state = Lines.JSON.readTree(json);
    return new PartState(
        JsonFields.textOrNull(state, "position"),
        JsonFields.flag(state, "finished"),
        JsonFields.number(state, "records"),
        JsonFields.number(state, "chunks"),
        JsonFields.number(state, "bytes"));
  }
}
