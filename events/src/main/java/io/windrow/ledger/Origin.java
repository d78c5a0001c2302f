package io.windrow.ledger;

/**
 * Under what a chain is written.
 *
 * @param generation of the definition; each deploy takes the next
 * @param start where reading a shard starts, as the definition says it
 */
public record Origin(long generation, String start) {}
