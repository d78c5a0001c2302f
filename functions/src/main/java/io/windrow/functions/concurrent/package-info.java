/** How adapters make several calls at once. */
@NullMarked
package io.windrow.functions.concurrent;

import org.jspecify.annotations.NullMarked;
