/**
 * The ports in memory, with DynamoDB's semantics: conditional puts, consistent reads, times to
 * live.
 */
@NullMarked
package io.windrow.simulation.memory;

import org.jspecify.annotations.NullMarked;
