/** A simulated AWS, in which the code that ships runs under faults of every kind. */
@NullMarked
package io.windrow.simulation.world;

import org.jspecify.annotations.NullMarked;
