// The front door of the scripts. Pages work without them; each module adds one comfort.
import "./requests.js";
import "./live.js";
import "./keys.js";
import "./palette.js";
import "./drafts.js";
import "./dialogs.js";
import "./bulk.js";
import "./upload.js";
import "./copy.js";
import "./filter.js";
