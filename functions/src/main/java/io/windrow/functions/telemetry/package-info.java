/**
 * What the functions tell about themselves: metrics, in names that alarms and dashboard share, and
 * lines for operators.
 */
@NullMarked
package io.windrow.functions.telemetry;

import org.jspecify.annotations.NullMarked;
