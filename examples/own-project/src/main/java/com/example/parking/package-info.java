/** A garage that tells of the cars which enter it. */
@NullMarked
package com.example.parking;

import org.jspecify.annotations.NullMarked;
