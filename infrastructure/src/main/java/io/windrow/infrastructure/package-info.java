/** The CDK construct of a pipeline, made from the same definition that its functions run. */
@NullMarked
package io.windrow.infrastructure;

import org.jspecify.annotations.NullMarked;
