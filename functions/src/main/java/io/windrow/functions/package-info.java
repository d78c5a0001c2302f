/** The Lambda functions of a pipeline. */
@NullMarked
package io.windrow.functions;

import org.jspecify.annotations.NullMarked;
