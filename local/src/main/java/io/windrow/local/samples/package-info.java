/** Generators of the samples' data. */
@NullMarked
package io.windrow.local.samples;

import org.jspecify.annotations.NullMarked;
