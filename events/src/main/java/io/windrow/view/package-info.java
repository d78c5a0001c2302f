/** A group-by over windows: groups and rows make a delta, and in the end results. */
@NullMarked
package io.windrow.view;

import org.jspecify.annotations.NullMarked;
