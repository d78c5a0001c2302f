/** A pipeline run whole in this process, by the handlers that run on Lambda. */
@NullMarked
package io.windrow.local.run;

import org.jspecify.annotations.NullMarked;
