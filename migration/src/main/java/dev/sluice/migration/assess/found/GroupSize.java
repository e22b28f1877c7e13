package dev.sluice.migration.assess.found;

/** A group and how many users are in it. */
public record GroupSize(String name, long members) {}
