/** Checks that a contract says what its author means, and that it takes linear time. */
@NullMarked
package io.windrow.definition.contract;

import org.jspecify.annotations.NullMarked;
