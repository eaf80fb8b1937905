package okienko.access.signin;

import okienko.access.Agent;
import okienko.ui.Page;

/** What an agent may set for themselves. */
record MyPage(Agent agent) implements Page {}
