package io.tidings.messaging.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.avro.AvroTypeException;

/** Decimals as Avro has them: the unscaled number, big-endian, in two's complement. */
final class Decimals {

    /** Any number of so many digits is a long. */
    static final int DIGITS_OF_LONG = 18;

    private Decimals() {}

    /**
     * The value with exactly this scale.
     *
     * @throws ArithmeticException if it would have to be rounded
     * @throws AvroTypeException if it has too many digits
     */
    static BigDecimal fit(BigDecimal value, int precision, int scale) {
        BigDecimal scaled = value.scale() == scale ? value : value.setScale(scale, RoundingMode.UNNECESSARY);
        if (scaled.precision() > precision) {
            throw new AvroTypeException("The decimal " + value + " has more than " + precision + " digits");
        }
        return scaled;
    }

    /** The unscaled value of at most {@link #DIGITS_OF_LONG} digits, on a way that needs no {@link BigInteger}. */
    static long unscaled(BigDecimal value) {
        return value.scaleByPowerOfTen(value.scale()).longValue();
    }

    /** How many bytes the number takes. */
    static int length(long unscaled) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(unscaled < 0 ? ~unscaled : unscaled);
        return bits / Byte.SIZE + 1;
    }

    /** Reads a number of at least one byte. */
    static BigDecimal read(byte[] bytes, int start, int length, int scale) {
        if (length > Long.BYTES) {
            return new BigDecimal(new BigInteger(bytes, start, length), scale);
        }
        long unscaled = bytes[start];
        for (int i = start + 1; i < start + length; i++) {
            unscaled = (unscaled << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return BigDecimal.valueOf(unscaled, scale);
    }
}
