/** What a run that accepts next to nothing looks like, and what would help. */
@NullMarked
package io.windrow.local.diagnosis;

import org.jspecify.annotations.NullMarked;
