package io.windrow.ledger;

/** What the algorithms of one pipeline need of the world. */
public record Ports(
    Ledger ledger,
    Frontiers frontiers,
    Runs runs,
    Results results,
    Quarantine quarantine,
    Source source) {}
