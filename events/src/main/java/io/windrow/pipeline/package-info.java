/** A plan and its tables, put together as the steps that every record goes through. */
@NullMarked
package io.windrow.pipeline;

import org.jspecify.annotations.NullMarked;
