/** The truth that everything is compared with, in the plainest code there is. */
@NullMarked
package io.windrow.simulation.oracle;

import org.jspecify.annotations.NullMarked;
