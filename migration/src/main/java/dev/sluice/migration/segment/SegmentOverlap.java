package dev.sluice.migration.segment;

/** How many users are in both of two segments. */
public record SegmentOverlap(Segment one, Segment other, long users) {}
