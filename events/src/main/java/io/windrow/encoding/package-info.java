/** The one binary form of values and states, in which what is equal has equal bytes. */
@NullMarked
package io.windrow.encoding;

import org.jspecify.annotations.NullMarked;
