/** Faults by a seed, in what Lambda does and at what a function writes. */
@NullMarked
package io.windrow.local.chaos;

import org.jspecify.annotations.NullMarked;
