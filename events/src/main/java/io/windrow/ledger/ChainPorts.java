package io.windrow.ledger;

/** What it takes to begin, lengthen and end chains: all that committing needs of the world. */
public record ChainPorts(Ledger ledger, Frontiers frontiers, Source source, Markers markers) {}
