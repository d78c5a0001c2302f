/**
 * A pipeline's definition: read and checked, with all that is wrong at once, and written as the
 * plan that functions load.
 */
@NullMarked
package io.windrow.definition;

import org.jspecify.annotations.NullMarked;
