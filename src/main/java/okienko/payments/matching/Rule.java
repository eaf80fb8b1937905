package okienko.payments.matching;

import static okienko.payments.matching.Sign.ACCOUNT;
import static okienko.payments.matching.Sign.AMOUNT;
import static okienko.payments.matching.Sign.COLLECT_ID;
import static okienko.payments.matching.Sign.FAR_TOO_MUCH;
import static okienko.payments.matching.Sign.FULL_NAME;
import static okienko.payments.matching.Sign.HANDLE;
import static okienko.payments.matching.Sign.NOT_WANTED;
import static okienko.payments.matching.Sign.NUMBER;
import static okienko.payments.matching.Sign.NUMBER_JOINED;
import static okienko.payments.matching.Sign.NUMBER_SLIP;
import static okienko.payments.matching.Sign.ONLY_ONE;
import static okienko.payments.matching.Sign.OTHER_CURRENCY;
import static okienko.payments.matching.Sign.OTHER_NUMBER;
import static okienko.payments.matching.Sign.OTHER_THING;
import static okienko.payments.matching.Sign.PAID;
import static okienko.payments.matching.Sign.RIVAL;
import static okienko.payments.matching.Sign.SURNAME;

import java.util.List;
import java.util.Set;

/**
 * When a transfer is beyond doubt for an order, or worth a person's look. No rule is content with the amount: each needs a
 * sign of the order or of its buyer, and a sure one needs two that do not depend on one another.
 */
record Rule(String name, Set<Sign> needs, Set<Sign> forbids) {

    /** Sure, in the order they are asked. */
    static final List<Rule> CERTAIN = List.of(
            new Rule(
                    "collectId",
                    Set.of(COLLECT_ID),
                    Set.of(PAID, NOT_WANTED, OTHER_CURRENCY, OTHER_NUMBER, FAR_TOO_MUCH)),
            new Rule("numberAmount", Set.of(NUMBER, AMOUNT), Set.of(PAID, NOT_WANTED, RIVAL, OTHER_THING)),
            new Rule("numberAmountName", Set.of(NUMBER, AMOUNT, FULL_NAME), Set.of(PAID, NOT_WANTED)),
            new Rule(
                    "numberName",
                    Set.of(NUMBER, FULL_NAME),
                    Set.of(PAID, NOT_WANTED, RIVAL, OTHER_THING, OTHER_NUMBER, OTHER_CURRENCY, FAR_TOO_MUCH)),
            new Rule(
                    "numberAccount",
                    Set.of(NUMBER, ACCOUNT),
                    Set.of(PAID, NOT_WANTED, RIVAL, OTHER_THING, OTHER_NUMBER, OTHER_CURRENCY, FAR_TOO_MUCH)),
            new Rule("piecesAmount", Set.of(NUMBER_JOINED, AMOUNT), Set.of(PAID, NOT_WANTED, RIVAL, OTHER_THING)),
            new Rule("handleAmount", Set.of(HANDLE, AMOUNT), Set.of(PAID, NOT_WANTED, RIVAL, OTHER_NUMBER)),
            new Rule(
                    "slipAmountName",
                    Set.of(NUMBER_SLIP, AMOUNT, FULL_NAME),
                    Set.of(PAID, NOT_WANTED, RIVAL, OTHER_NUMBER)),
            new Rule(
                    "slipAmountAccount",
                    Set.of(NUMBER_SLIP, AMOUNT, ACCOUNT),
                    Set.of(PAID, NOT_WANTED, RIVAL, OTHER_NUMBER)),
            new Rule(
                    "accountAmount", Set.of(ACCOUNT, AMOUNT, ONLY_ONE), Set.of(PAID, NOT_WANTED, RIVAL, OTHER_NUMBER)));

    /** Worth a look, the likeliest first. */
    static final List<Rule> PROPOSED = List.of(
            new Rule("collectId", Set.of(COLLECT_ID), Set.of()),
            new Rule("numberAmount", Set.of(NUMBER, AMOUNT), Set.of()),
            new Rule("slipAmountName", Set.of(NUMBER_SLIP, AMOUNT, FULL_NAME), Set.of()),
            new Rule("accountAmount", Set.of(ACCOUNT, AMOUNT), Set.of()),
            new Rule("handleAmount", Set.of(HANDLE, AMOUNT), Set.of()),
            new Rule("nameAmount", Set.of(FULL_NAME, AMOUNT), Set.of()),
            new Rule("number", Set.of(NUMBER), Set.of()),
            new Rule("slipAmount", Set.of(NUMBER_SLIP, AMOUNT), Set.of()),
            new Rule("piecesAmount", Set.of(NUMBER_JOINED, AMOUNT), Set.of()),
            new Rule("handle", Set.of(HANDLE), Set.of()),
            new Rule("account", Set.of(ACCOUNT), Set.of()),
            new Rule("surnameAmount", Set.of(SURNAME, AMOUNT), Set.of()));

    boolean holds(Candidate candidate) {
        return candidate.signs().containsAll(needs) && !candidate.hasAny(forbids);
    }
}
