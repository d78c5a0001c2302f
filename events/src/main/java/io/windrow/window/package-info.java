/** The arithmetic of event time: watermarks, windows, the panes that they share, and sessions. */
@NullMarked
package io.windrow.window;

import org.jspecify.annotations.NullMarked;
