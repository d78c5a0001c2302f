package io.windrow.ledger;

/**
 * The definition under which a chain is written, as far as the chain tells of it.
 *
 * @param generation of the definition; each deploy takes the next
 * @param start where reading a shard starts, as the definition says it
 */
public record Origin(long generation, String start) {}
