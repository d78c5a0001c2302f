/**
 * The state of a pipeline: the chains of its shards, and all that is made of them.
 *
 * <p>{@link io.windrow.ledger.Committer} turns batches into commits. {@link
 * io.windrow.ledger.Settler} does the rest, as far as the ledgers allow: it begins and ends chains,
 * raises empty shards, closes windows, merges commits into runs, files what is kept, and lets
 * vanish what nothing needs. {@link io.windrow.ledger.Ports} are what both need of the world;
 * adapters elsewhere implement them.
 */
@NullMarked
package io.windrow.ledger;

import org.jspecify.annotations.NullMarked;
