/** Checks expressions with the CEL library, and translates them into trees that evaluate. */
@NullMarked
package io.windrow.definition.expression;

import org.jspecify.annotations.NullMarked;
