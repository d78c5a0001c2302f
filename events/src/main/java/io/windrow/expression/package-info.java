/** Expressions in CEL: checked against the contract by the library, and evaluated by closures. */
@NullMarked
package io.windrow.expression;

import org.jspecify.annotations.NullMarked;
