/** Records and events: what a stream delivers, at which position, and the values that it holds. */
@NullMarked
package io.windrow.record;

import org.jspecify.annotations.NullMarked;
