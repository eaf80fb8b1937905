package okienko.ui;

import java.util.Set;

/**
 * Who looks at the page.
 *
 * @param name the login; empty when nobody is signed in
 * @param roles without the {@code ROLE_} prefix, with those a role includes
 */
record Viewer(String name, Set<String> roles) {

    static final Viewer NOBODY = new Viewer("", Set.of());

    boolean signedIn() {
        return !name.isEmpty();
    }

    boolean may(String role) {
        return roles.contains(role);
    }

    /** The highest role's word. */
    String roleWord() {
        for (String role : new String[] {"administrator", "manager", "consultant"}) {
            if (may(role.toUpperCase(java.util.Locale.ROOT))) {
                return Words.t("ui.role." + role);
            }
        }
        return "";
    }
}
