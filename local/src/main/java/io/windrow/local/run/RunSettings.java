package io.windrow.local.run;

import io.windrow.ledger.Quarantine;
import org.jspecify.annotations.Nullable;

/**
 * How a pipeline is run.
 *
 * @param shards of its stream
 * @param batch records that an invocation takes at most
 * @param chaos the seed of the faults that it meets, null for none
 */
public record RunSettings(int shards, int batch, @Nullable Long chaos, Quarantine quarantine) {}
