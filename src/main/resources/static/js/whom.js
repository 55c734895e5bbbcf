// The page works without any of this; each module makes one thing quicker.
import "./keys.js";
import "./forms.js";
import "./menus.js";
import "./rows.js";
import "./sheet.js";
