/** Evaluates checked expressions, within a budget of steps. */
@NullMarked
package io.windrow.expression;

import org.jspecify.annotations.NullMarked;
