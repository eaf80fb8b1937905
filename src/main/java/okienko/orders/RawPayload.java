package okienko.orders;

/**
 * What came in, byte for byte, before anybody tried to understand it.
 *
 * @param source the way it came: {@code api}, {@code upload}, {@code folder}, {@code demo} or a connection's name
 * @param format name of the format it is taken to be in
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database: nobody compares or changes them
public record RawPayload(String source, String format, byte[] body) {}
