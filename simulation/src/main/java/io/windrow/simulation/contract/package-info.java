/**
 * What the algorithms rely on in each port, as tests that every implementation passes: those in
 * memory that the simulation runs on, and the adapters to AWS.
 */
@NullMarked
package io.windrow.simulation.contract;

import org.jspecify.annotations.NullMarked;
