/** Functions as Lambda runs them: a process each, under Lambda's own runtime interface client. */
@NullMarked
package io.windrow.local.lambda;

import org.jspecify.annotations.NullMarked;
