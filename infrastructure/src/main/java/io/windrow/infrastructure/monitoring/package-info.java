/** Alarms and dashboard of a pipeline, from the metrics of its functions and of AWS. */
@NullMarked
package io.windrow.infrastructure.monitoring;

import org.jspecify.annotations.NullMarked;
