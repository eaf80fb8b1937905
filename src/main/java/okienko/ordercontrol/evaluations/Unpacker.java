package okienko.ordercontrol.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} wrote, in the same order. */
final class Unpacker {

    private final byte[] bytes;
    private int position;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) return (value >>> 1) ^ -(value & 1);
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    boolean flag() {
        return number() != 0;
    }

    String text() {
        int length = count();
        String text = new String(bytes, position, length, UTF_8);
        position += length;
        return text;
    }

    Instant instant() {
        long seconds = number();
        return Instant.ofEpochSecond(seconds, number());
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(number());
    }

    <T> @Nullable T optional(Supplier<T> read) {
        return flag() ? read.get() : null;
    }

    <T> List<T> list(Supplier<T> read) {
        int length = count();
        if (length == 0) return List.of();
        List<T> values = new ArrayList<>(length);
        for (int i = 0; i < length; i++) values.add(read.get());
        return values;
    }

    <V> Map<String, V> map(Supplier<V> read) {
        int length = count();
        if (length == 0) return Map.of();
        Map<String, V> values = HashMap.newHashMap(length);
        for (int i = 0; i < length; i++) {
            String key = text();
            values.put(key, read.get());
        }
        return values;
    }

    boolean atEnd() {
        return position == bytes.length;
    }
}
