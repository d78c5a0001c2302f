/** A checked definition as functions load it, and the document that it travels in. */
@NullMarked
package io.windrow.plan;

import org.jspecify.annotations.NullMarked;
