package dev.sluice.migration.assess;

/** A group and how many users are in it. */
public record GroupSize(String name, long members) {}
