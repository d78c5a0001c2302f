/** Actors that run one at a time, in an order that a seed decides. */
@NullMarked
package io.windrow.simulation.schedule;

import org.jspecify.annotations.NullMarked;
