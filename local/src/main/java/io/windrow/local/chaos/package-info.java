/** Faults by a seed: in what Lambda does, at what a function calls, and to the stream's shards. */
@NullMarked
package io.windrow.local.chaos;

import org.jspecify.annotations.NullMarked;
