package okienko.desk.list;

/**
 * A question to the list that somebody gave a name.
 *
 * @param query the list's address after the question mark
 * @param shared whether every colleague has it
 */
record SavedView(long id, String owner, String name, String query, boolean shared) {

    boolean asks(Question question) {
        return Question.parse(query).same(question);
    }
}
