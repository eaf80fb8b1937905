package okienko.ordercontrol.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other, small numbers and short texts in few bytes; {@link Unpacker} reads them back. */
final class Packer {

    private static final int USUAL_BYTES = 512;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int size;

    /** Seven bits a byte, the sign in the lowest bit: counts and amounts take one to four bytes. */
    void number(long value) {
        room(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void count(int value) {
        number(value);
    }

    void flag(boolean value) {
        number(value ? 1 : 0);
    }

    void text(String value) {
        byte[] text = value.getBytes(UTF_8);
        number(text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    void instant(Instant value) {
        number(value.getEpochSecond());
        number(value.getNano());
    }

    void date(LocalDate value) {
        number(value.toEpochDay());
    }

    <T> void optional(@Nullable T value, Consumer<T> write) {
        flag(value != null);
        if (value != null) write.accept(value);
    }

    <T> void list(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    /** In the order of the keys: the same map is always the same bytes. */
    <V> void map(Map<String, V> values, Consumer<V> write) {
        number(values.size());
        (values.size() < 2 ? values : new TreeMap<>(values)).forEach((key, value) -> {
            text(key);
            write.accept(value);
        });
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
}
