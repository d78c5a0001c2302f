/** The command line. */
@NullMarked
package io.windrow.local.command;

import org.jspecify.annotations.NullMarked;
