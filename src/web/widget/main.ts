import { StandinChat } from "./element.tsx";

// Known only while the script runs, so it is read first.
const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
if (source !== "") StandinChat.scriptOrigin = new URL(source).origin;

// The script may stand on a page twice (a template and a tag manager, say): the first one wins.
if (!customElements.get("standin-chat")) customElements.define("standin-chat", StandinChat);
