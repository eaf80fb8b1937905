package okienko.shops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import okienko.orders.Order;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ReadOrder.Readable;
import okienko.shops.ReadOrder.Unreadable;
import okienko.vocabulary.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format must keep; a new one is added to {@link OrderFormats#ALL} and {@link ShopWriters}. */
class OrderFormatContractTest {

    @ParameterizedTest
    @MethodSource("formats")
    void itRecognisesItsOwnFilesAndNoOther(String name) {
        for (OrderFormat other : OrderFormats.ALL) {
            byte[] one = ShopWriters.write(other.name(), new RandomShopOrders(other.name(), 1).next(1));
            byte[] many = ShopWriters.file(other.name(), List.of(one, one));
            assertThat(format(name).recognises(Sample.of(one)))
                    .as(other.name())
                    .isEqualTo(other.name().equals(name));
            assertThat(format(name).recognises(Sample.of(many)))
                    .as(other.name())
                    .isEqualTo(other.name().equals(name));
        }
        assertThat(format(name).recognises(Sample.of("".getBytes(UTF_8)))).isFalse();
        assertThat(format(name).recognises(Sample.of("hello\nworld".getBytes(UTF_8))))
                .isFalse();
        assertThat(format(name).recognises(Sample.of(new byte[] {0, 1, 2, (byte) 255, (byte) 254})))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatAShopWritesIsReadExactly(String name) {
        RandomShopOrders random = new RandomShopOrders(name, 7);
        List<Order> meant =
                IntStream.rangeClosed(1, 1_000).mapToObj(random::next).toList();
        byte[] file = ShopWriters.file(
                name,
                meant.stream().map(order -> ShopWriters.write(name, order)).toList());
        List<ReadOrder> read = read(name, file);
        assertThat(read)
                .hasSize(meant.size())
                .allSatisfy(order -> assertThat(order).isInstanceOf(Readable.class));
        for (int i = 0; i < meant.size(); i++) {
            assertThat(((Readable) read.get(i)).order()).isEqualTo(meant.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aPieceReadAloneGivesTheSameOrder(String name) {
        byte[] file = ShopWriters.file(name, orders(name, 20));
        for (ReadOrder order : read(name, file)) {
            ReadOrder again = read(name, order.piece().raw()).getFirst();
            assertThat(((Readable) again).order()).isEqualTo(((Readable) order).order());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void oneBadOrderDoesNotStopTheRest(String name) {
        List<byte[]> orders = orders(name, 5);
        Order marked = new RandomShopOrders(name, 7).next(3);
        // Base has no total: the customer pays articles and delivery
        Money spoilt = name.equals("base") ? marked.deliveryCost() : marked.total();
        String total = spoilt.amount().toPlainString();
        String good = new String(ShopWriters.write(name, marked), UTF_8);
        String bad = switch (name) {
            case "csv" -> good.replace(";" + total.replace('.', ',') + ";", ";12,x4;");
            case "vendure" -> good.replace("WithTax\": " + marked.total().minor() + ",", "WithTax\": \"12,x4\",");
            case "medusa" -> good.replace("\"total\": " + total, "\"total\": \"12,x4\"");
            default -> good.replace("\"" + total + "\"", "\"12,x4\"");
        };
        orders.set(2, bad.getBytes(UTF_8));
        List<ReadOrder> read = read(name, ShopWriters.file(name, orders));
        assertThat(read).hasSize(5);
        assertThat(read.get(2)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.problem().problem()).isEqualTo(Problem.NOT_AN_AMOUNT);
            assertThat(unreadable.problem().value()).isEqualTo("12,x4");
            assertThat(unreadable.problem().field()).isNotEmpty();
            assertThat(unreadable.problem().getMessage()).contains("12,x4", "1234.50");
            assertThat(new String(unreadable.piece().raw(), UTF_8)).contains("12,x4");
        });
        assertThat(read).filteredOn(Readable.class::isInstance).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMissingFieldIsNamed(String name) {
        String currency = switch (name) {
            case "csv" -> "Waluta";
            case "allegro" -> "summary";
            case "vendure", "amazon" -> "currencyCode";
            case "medusa" -> "currency_code";
            default -> "currency";
        };
        String order = new String(ShopWriters.write(name, new RandomShopOrders(name, 7).next(3)), UTF_8);
        byte[] without = order.replace(
                        name.equals("csv") ? currency : "\"" + currency + "\"", name.equals("csv") ? "Inne" : "\"x\"")
                .getBytes(UTF_8);
        assertThat(format(name).read(new Piece(1, without), ChannelSettings.of("")))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.problem().problem()).isEqualTo(Problem.MISSING);
                    assertThat(unreadable.problem().field()).containsIgnoringCase("currency");
                });
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aCommentOfAMegabyteIsRead(String name) {
        String comment = "ż\"ó, ".repeat(200_000);
        Order order = new RandomShopOrders(name, 9).next(1);
        Order wordy = new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.status(),
                order.buyer(),
                order.delivery(),
                order.invoice(),
                order.payment(),
                order.lines().subList(0, 1),
                order.deliveryCost(),
                order.discount(),
                order.total(),
                comment);
        byte[] raw = ShopWriters.write(name, wordy);
        List<ReadOrder> read = read(
                name,
                ShopWriters.file(name, List.of(raw, ShopWriters.write(name, new RandomShopOrders(name, 9).next(2)))));
        assertThat(((Readable) read.getFirst()).order().comment()).isEqualTo(comment);
        assertThat(read).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itReadsNoFurtherThanItMust(String name) {
        byte[] file = ShopWriters.file(name, orders(name, 2_000));
        ByteArrayInputStream stream = new ByteArrayInputStream(file);
        Iterator<Piece> pieces = format(name).cut(stream, ChannelSettings.of(""));
        for (int i = 0; i < 10; i++) {
            pieces.next();
        }
        assertThat(file.length - stream.available()).isLessThan(file.length / 4);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itNeedsNoMoreMemoryForALargeFile(String name) {
        byte[] some = ShopWriters.file(name, orders(name, 500));
        boolean list = !name.equals("canonical") && !name.equals("csv");
        long read = 0;
        Iterator<Piece> pieces =
                format(name).cut(list ? new ByteArrayInputStream(some) : endless(some, 40), ChannelSettings.of(""));
        while (pieces.hasNext()) {
            pieces.next();
            read++;
        }
        assertThat(read).isEqualTo(list ? 500 : 20_000 + (name.equals("csv") ? 39 : 0));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void garbageIsUnreadableAndNothingElse(String name) {
        Random random = new Random(11);
        byte[] good = ShopWriters.file(name, orders(name, 3));
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int hits = random.nextInt(1, 30); hits > 0; hits--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            // whatever comes of it, it comes without an exception and ends
            assertThat(format(name)
                            .read(new ByteArrayInputStream(bad), ChannelSettings.of("x"))
                            .limit(10_000)
                            .count())
                    .isLessThan(10_000);
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            assertThat(read(name, noise)).noneMatch(Readable.class::isInstance);
        }
    }

    private static InputStream endless(byte[] some, int times) {
        Enumeration<InputStream> parts = Collections.enumeration(Collections.nCopies(times, some).stream()
                .<InputStream>map(part -> new SequenceInputStream(
                        new ByteArrayInputStream(part), new ByteArrayInputStream("\n".getBytes(UTF_8))))
                .toList());
        return new SequenceInputStream(parts);
    }

    private static List<byte[]> orders(String name, int count) {
        RandomShopOrders random = new RandomShopOrders(name, 7);
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(number -> ShopWriters.write(name, random.next(number)))
                .toList());
    }

    private static List<ReadOrder> read(String name, byte[] file) {
        return format(name)
                .read(new ByteArrayInputStream(file), ChannelSettings.of(""))
                .toList();
    }

    static List<String> formats() {
        return OrderFormats.ALL.stream().map(OrderFormat::name).toList();
    }

    private static OrderFormat format(String name) {
        return OrderFormats.named(name).orElseThrow();
    }
}
