package io.tidings.asyncapi;

import java.util.Arrays;
import java.util.Random;

/** One random change to the bytes of a file: characters cut in half, bytes that no encoding has. */
final class ByteMutation {
    private final Random random;

    ByteMutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] original) {
        if (original.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(original.length);
        byte[] bytes = original.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> {
                // Half of a character of several bytes, in the middle of the text or at its end.
                byte[] half = {(byte) 0xF0, (byte) 0x9F};
                System.arraycopy(half, 0, bytes, Math.min(at, bytes.length - 1), Math.min(2, bytes.length - at));
            }
            default -> {
                byte[] noise = new byte[Math.min(random.nextInt(8) + 1, bytes.length - at)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, noise.length);
            }
        }
        return bytes;
    }
}
