package okienko.customers.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which given names are forms of one another: Kasia is a Katarzyna, as are Катя and Kateřina. */
public final class GivenNames {

    private static final int[] NONE = {};
    private static final int SLIPPED_FROM = 4; // letters
    private static final Map<String, int[]> NAMES = read();
    private static final Map<Character, List<String>> BY_INITIAL = NAMES.keySet().stream()
            .filter(name -> name.length() >= SLIPPED_FROM)
            .collect(Collectors.groupingBy(name -> name.charAt(0)));

    /** The names a folded form may stand for, as numbers; several where it is ambiguous, none where it is not known. */
    public static int[] meant(String folded) {
        return NAMES.getOrDefault(folded, NONE);
    }

    /** Whether two forms' names have one in common. */
    public static boolean meet(int[] one, int[] other) {
        for (int name : one) {
            for (int second : other) if (name == second) return true;
        }
        return false;
    }

    /** Whether the form is a known one with a slip of the pen: {@code annna}. */
    public static boolean slipped(String folded) {
        if (folded.length() < SLIPPED_FROM) return false;
        return BY_INITIAL.getOrDefault(folded.charAt(0), List.of()).stream()
                .anyMatch(name -> Slip.between(name, folded));
    }

    private static Map<String, int[]> read() {
        Map<String, int[]> names = new HashMap<>();
        List<String> lines = lines();
        for (int name = 0; name < lines.size(); name++) {
            for (String form : lines.get(name).split(" ", -1)) {
                int[] before = names.getOrDefault(form, NONE);
                int[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = name;
                names.put(form, after);
            }
        }
        return names;
    }

    private static List<String> lines() {
        var file = Objects.requireNonNull(GivenNames.class.getResourceAsStream("given-names.txt"));
        List<String> lines = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GivenNames() {}
}
