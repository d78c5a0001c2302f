/** What a person sees of a run. */
@NullMarked
package io.windrow.local.display;

import org.jspecify.annotations.NullMarked;
