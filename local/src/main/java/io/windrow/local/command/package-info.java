/** The command {@code windrow}: what a person asks for, and what it is told. */
@NullMarked
package io.windrow.local.command;

import org.jspecify.annotations.NullMarked;
