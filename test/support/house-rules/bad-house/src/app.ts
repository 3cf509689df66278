import "./avatar/index.ts";
import "./channels/index.ts";
import "./conversations/index.ts";
import "./http/index.ts";
import "./ledger/index.ts";
import "./platform/clock.ts";
import "./policies/index.ts";
// breaks: rooms-import-by-the-table
import "./calls/index.ts";
