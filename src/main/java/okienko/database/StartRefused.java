package okienko.database;

/** The office cannot open as things stand, and the operator can do something about it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /** Says what is the matter and what to do. */
    public StartRefused(String trouble, String remedy) {
        super(trouble);
        this.remedy = remedy;
    }

    /** What the operator can do. */
    public String remedy() {
        return remedy;
    }
}
