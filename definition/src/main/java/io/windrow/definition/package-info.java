/** Reads and checks the definition of a pipeline, and reports all that is wrong at once. */
@NullMarked
package io.windrow.definition;

import org.jspecify.annotations.NullMarked;
