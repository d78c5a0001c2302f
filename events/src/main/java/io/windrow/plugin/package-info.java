/**
 * Own code in a pipeline: the interfaces that plug-ins implement, and the values that pass between.
 */
@NullMarked
package io.windrow.plugin;

import org.jspecify.annotations.NullMarked;
