/** Inputs that people have reported, each with what is right. */
@NullMarked
package io.windrow.cases;

import org.jspecify.annotations.NullMarked;
