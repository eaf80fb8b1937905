package okienko.customers.population;

import java.util.ArrayList;
import java.util.List;

/** One real customer: the forms their name takes, and everything they were ever reached by. */
final class Somebody {
    final int id;
    /** The given name's forms, the formal one first. */
    List<String> given = List.of();
    /** The surname's forms; a married name comes as a second one. */
    List<String> surname = List.of();

    String company = "";
    String nip = "";
    final List<String> mails = new ArrayList<>();
    final List<String> phones = new ArrayList<>();
    final List<Home> homes = new ArrayList<>();
    final String[] logins = new String[Population.CHANNELS.size()];
    String locker = "";
    /** Why this is easily taken for somebody else, and the group of those it is taken for; empty: it is not. */
    String trap = "";

    int group = -1;

    Somebody(int id) {
        this.id = id;
    }

    record Home(String street, String number, String flat, String postalCode, String town) {}
}
