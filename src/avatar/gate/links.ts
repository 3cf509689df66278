/**
 * Links and markup in one piece of text without white space. What is not on the allow-list does not leave: a foreign
 * link is how data is carried out and how customers are led astray.
 */

export type LinkJudge = (piece: string, source: string, code: boolean) => { rule: string; index: number }[];

const MAYBE = /[a-z0-9\])][.:][a-z\d/+(["']|:\/\/|\/\/|@|\]\(|\]:|<[a-z!/]|!\[|&(?:#|colon|sol|period|commat|tab|newline|lpar)|\[\.\]|\(dot\)|on[a-z]+=/;
const SCHEME =
  /(?<![a-z0-9])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"'`)\]}|]*|(?<![a-z0-9])(?:javascript|vbscript|livescript):|(?<![a-z0-9])data:(?:[a-z]+\/|[,;])|(?<![a-z0-9])(?:mailto|sms|callto):[^\s<>"'`)\]]+|(?<![a-z0-9])tel:[+\d]|(?<![a-z0-9])(?:file|blob|view-source|intent):\/?\//g;
const RELATIVE = /(?<![a-z0-9:/\\.*])\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/;
const TARGET = /\]\(<?([^)\s>]*)|^\[[^\]]+\]:<?(.*)|(?:href|src|action|srcset|poster|background)=["']?([^"'>\s]*)/g;
const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}(?:@|\(at\)|\[at\])(?:[a-z0-9-]{1,63}\.){1,10}([a-z]{2,24})(?![a-z0-9])/g;
const BARE = /(?<![a-z0-9@._/\\$-])(?:[a-z0-9-]{1,63}(?:\.|\[\.\]|\(dot\))){1,30}([a-z]{2,24})(?![a-z0-9(_-])(:\d+)?(\/[^\s<>"'`)\]]*)?/g;
const OBSCURED = /&#x?[0-9a-f]+;?|&(?:colon|sol|period|commat|tab|newline|lpar|rpar);/;
const HTML =
  /<(?:!--|!doctype|\/?(?:a|img|image|picture|source|svg|video|audio|iframe|script|object|embed|style|link|base|form|input|button|meta|body|html|details|math|template|portal|applet|marquee)(?![a-z0-9:.-]))|(?<![a-z0-9])on(?:click|load|error|focus|blur|submit|change|input|toggle|(?:mouse|key|pointer|animation|touch|drag)[a-z]+)=/;
const IMAGE = /!\[[^\]]{0,200}\][([:]/;
const IMAGE_TAG = /<(?:img|image|picture|svg|source|video|audio|iframe|object|embed)(?![a-z0-9:.-])/;

/** Domains that people register; file names such as "main.rs" and "README.md" need a path to count. */
const DOMAINS = new Set(
  "com net org edu gov mil int io dev ai co de at ch eu uk us fr nl it es pt pl cz sk hu ro dk se no fi ie be lu ru ua cn jp kr in br mx ca au nz za tr gr il sg hk tw id vn th biz xyz top site online shop club click cloud tech store space website icu buzz ly gg to tk ml ga cf gq ws cc su example".split(
    " ",
  ),
);
const LOOSE = new Set(
  "info name app live me tv page link one host pro mobi work world today news blog life wiki zip mov sh rs py md pl so ps ms do is st run email support software services network systems digital agency center company team zone new fun lol bid win loan vip work review".split(
    " ",
  ),
);
const BRANDS = /^(?:asp\.net|socket\.io|draw\.io|vb\.net|ado\.net|node\.js|next\.js|vue\.js|three\.js|express\.js|crates\.io|e\.g|i\.e)$/;
const PLACEHOLDER =
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|(?:[a-z0-9-]+\.)*example\.(?:com|org|net)|(?:[a-z0-9-]+\.)+(?:internal|local|lan|localdomain))$/;
const NESTED = /:\/\/|%3a|%2f%2f|[?&#=]\/\//i;

/** Opens a judge over an allow-list of URL prefixes and the reviewed texts in which a link may stand, too. */
export function linkJudge(links: readonly string[], texts: readonly string[]): LinkJudge {
  let allowed: URL[] | undefined;
  const quoted = (source: string): boolean => texts.some((text) => standsIn(text, source));
  const isAllowed = (source: string, code: boolean): boolean => {
    allowed ??= links.map((link) => URL.parse(link)).filter((url) => url !== null);
    return onList(source, allowed) || (code && isPlaceholder(source)) || quoted(source);
  };
  return (piece, source, code) => (MAYBE.test(piece) ? judge(piece, source, code, isAllowed, quoted) : []);
}

function judge(
  piece: string,
  source: string,
  code: boolean,
  isAllowed: (source: string, code: boolean) => boolean,
  quoted: (source: string) => boolean,
): { rule: string; index: number }[] {
  const found: { rule: string; index: number }[] = [];
  const say = (rule: string, index: number): void => void found.push({ rule, index });
  if (!code) {
    if (IMAGE.test(piece) && piece.includes("![")) say("link.image", piece.indexOf("!["));
    if (IMAGE_TAG.test(piece)) say("link.image", piece.search(IMAGE_TAG));
    else if (HTML.test(piece)) say("link.html", piece.search(HTML));
    if (OBSCURED.test(piece)) say("link.foreign", piece.search(OBSCURED));
  }
  /** Folding may make a foreign letter an allowed one, so the list is asked about what was really written. */
  const plain = piece.length === source.length ? source : undefined;
  const written = (index: number, length: number): string => plain?.slice(index, index + length) ?? source;
  let rest = piece;
  const check = (hit: RegExpMatchArray, text: string): void => {
    const index = hit.index ?? 0;
    const link = text.replace(/[.,;:!?*_~]+$/, "");
    if (!isAllowed(written(index, link.length), code)) say("link.foreign", index);
    rest = rest.slice(0, index) + " ".repeat(hit[0].length) + rest.slice(index + hit[0].length);
  };
  for (const hit of piece.matchAll(SCHEME)) check(hit, hit[0]);
  for (const hit of rest.matchAll(EMAIL)) {
    const address = written(hit.index, hit[0].length);
    if (!quoted(address) && !(code && emailPlaceholder(hit[0], hit[1] ?? ""))) say("link.foreign", hit.index);
    rest = rest.slice(0, hit.index) + " ".repeat(hit[0].length) + rest.slice(hit.index + hit[0].length);
  }
  if (!code) targets(rest, say);
  const relative = code ? null : RELATIVE.exec(rest);
  if (relative) check(relative, relative[0]);
  for (const hit of rest.matchAll(BARE)) if (isDomain(hit, code)) check(hit, hit[0]);
  return found;
}

/** A link's target must be a whole, allowed address; those were blanked out already, so whatever is left is not. */
function targets(rest: string, say: (rule: string, index: number) => void): void {
  for (const hit of rest.matchAll(TARGET)) {
    const target = (hit[1] ?? hit[2] ?? hit[3] ?? "").trim();
    if (target !== "" && !target.startsWith("#")) say("link.foreign", hit.index);
  }
}

function isDomain(hit: RegExpMatchArray, code: boolean): boolean {
  const [whole, ending = "", , path] = hit;
  if (BRANDS.test(whole.replace(/\/$/, ""))) return false;
  const strong = DOMAINS.has(ending);
  const loose = LOOSE.has(ending);
  if (/\[\.\]|\(dot\)/.test(whole)) return strong || loose;
  if (path !== undefined && path.length > 1) return strong || (loose && !code) || whole.startsWith("www.");
  if (whole.startsWith("www.")) return true;
  if (code) return strong && !/^(?:in|to|is|no|it|at|id|name|me|do|us|be|de|es|so)$/.test(ending);
  return strong || (loose && !/^(?:sh|rs|py|md|pl|so|ps|ms|do|is|st|run|zip|name|new|one|me|work|team|today|name|host|live|page|link|app|to)$/.test(ending));
}

function onList(source: string, allowed: readonly URL[]): boolean {
  if (!/^[\x21-\x7e]+$/.test(source) || /[\\@<>]/.test(source)) return false;
  const forms =
    /^[a-z][a-z0-9+.-]*:/i.test(source) && source.includes("://")
      ? [source]
      : [`https://${source.replace(/^\/\//, "")}`, `http://${source.replace(/^\/\//, "")}`];
  return forms.some((form) => {
    const url = URL.parse(form);
    return url !== null && !NESTED.test(url.pathname + url.search + url.hash) && allowed.some((one) => within(url, one));
  });
}

function within(url: URL, prefix: URL): boolean {
  if (url.protocol !== prefix.protocol || url.host !== prefix.host) return false;
  if (!url.pathname.startsWith(prefix.pathname)) return false;
  const next = url.pathname.charAt(prefix.pathname.length);
  return prefix.pathname.endsWith("/") || next === "" || next === "/";
}

/** Loopback, example.com, a company's inner names and hosts without a dot lead nowhere outside; they are fine in code. */
function isPlaceholder(source: string): boolean {
  const host = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^@/\s]*@)?(\[[^\]]*\]|[^/:?#\s]*)/i.exec(source)?.[1]?.toLowerCase() ?? "";
  return PLACEHOLDER.test(host) || (source.includes("://") && (/^[a-z0-9_-]*$/.test(host) || /[<{$]/.test(source)));
}

function emailPlaceholder(address: string, ending: string): boolean {
  return PLACEHOLDER.test(address.slice(address.lastIndexOf("@") + 1)) || (!DOMAINS.has(ending) && !LOOSE.has(ending));
}

function standsIn(text: string, link: string): boolean {
  const there = text.toLowerCase();
  const wanted = link.toLowerCase();
  for (let at = there.indexOf(wanted); at >= 0; at = there.indexOf(wanted, at + 1)) {
    const next = there.slice(at + wanted.length, at + wanted.length + 2);
    if (!/[a-z0-9@-]/.test(there.charAt(at - 1)) && /^(?:$|[\s<>"'`)\]},;!?]|[./:](?:\s|$))/.test(next)) return true;
  }
  return false;
}
