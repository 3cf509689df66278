// house: long because the wiring is read in one piece
import {
  crashedAttempt,
  createAccountWords,
  createAvatar,
  createDiscountWords,
  createInitiative,
  createMemories,
  createModels,
  createNewPages,
  createReflection,
  createSummaries,
  createTexts,
  textLanguage,
  createTicketWords,
  createToolServers,
  detectSafety,
  createRests,
  loadPrompts,
  providerMeaning,
  modelSettings,
  PREFETCHED_PAGES,
  type ToolServers,
  versionOf,
} from "./avatar/index.ts";
import { ownersCalendar } from "./calendar.ts";
import type { MailerEnv } from "./channels/index.ts";
import {
  createAlerts,
  createContributions,
  createMailouts,
  createNoClaims,
  createPhone,
  createPost,
  createRates,
  createThanks,
  type Alerts,
} from "./care/index.ts";
import type { Telephony } from "./care/telephony.ts";
import { createChannels, runChannels } from "./channels/index.ts";
import { createClockwork } from "./clockwork.ts";
import {
  classifier,
  createDeliveries,
  createInbox,
  createNews,
  createOutbox,
  createOverview,
  createQuestions,
  createReceiver,
  createReminders,
  createSessions,
  createThreads,
  createTurns,
  registerDates,
  READ_FOR_SAFETY,
  type Turn,
} from "./conversations/index.ts";
import { createConsents, createCustomers, createMailConsents, createInternalWords, isLivedIn, plansInUse } from "./customers/index.ts";
import { createEscalations, createStaffAccounts, staffAddresses } from "./escalations/index.ts";
import { createBooksBeside } from "./forecast/index.ts";
import { createDesk, createHttp } from "./http/index.ts";
import { createKnowledge, type BrokenArticle, type Knowledge } from "./knowledge/index.ts";
import { createLedger, type OpenHold } from "./ledger/index.ts";
import { openMailer } from "./letters.ts";
import { applyWrites } from "./platform/commit.ts";
import { isLoopback } from "./platform/config.ts";
import { createIdempotency } from "./platform/idempotency.ts";
import { sharedWindows, slidingWindows } from "./platform/rate.ts";
import { randomIds, type Ids } from "./platform/ids.ts";
import { memoryLive } from "./platform/live.ts";
import { createMetrics } from "./platform/metrics.ts";
import { settingOnce } from "./platform/settings.ts";
import { every as everyInterval } from "./platform/running.ts";
import { createTimers } from "./platform/timers.ts";
import type { Ground } from "./ground.ts";
import { ownersFiles } from "./owners-files.ts";
import { createPrivacy } from "./privacy/index.ts";
import { createRulebook, loadMailTexts, type Book } from "./rulebook/index.ts";
import { seedSampleBusiness } from "./sample/index.ts";

const FILES_MS = 5_000; // how soon an edited page or rulebook is used
const WATCHED_MS = 60_000; // how exactly is known since when nobody was there to count
const TOOLS_MS = 60_000; // how soon a changed tool is withheld, and a server that was away is there again

/** The composition root: the one file that knows everybody. Nothing here decides. */
// house: whole because wiring is read in one piece
export async function createApp(ground: Ground) {
  const { settings, db, clock, log } = ground;
  const ids = ground.ids ?? randomIds(() => clock.now().getTime());
  const live = ground.live ?? memoryLive();
  const process = ids.next("proc");
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  const rulebook = await createRulebook({
    db,
    clock,
    ids,
    file: settings.POLICIES_FILE,
    plansInUse: () => plansInUse(db),
    ready: (next) => models.prepare(next, clock.now()),
  });
  const book = () => rulebook.current().book;
  const { currency, timeZone } = book().business;
  const calendar = ownersCalendar(() => timeZone);
  const every = ground.every ?? everyInterval;
  const provider = providerMeaning({ db, clock, ids, log, rulebook }, settings);
  const meaning = ground.meaning ?? provider;
  const knowledge = ground.knowledge ?? (await createKnowledge({ directory: settings.KNOWLEDGE_DIR, publicUrl, log, meaning }));
  const texts = await createTexts({ directory: `${settings.PROMPTS_DIR}/texts`, clock, timeZone: () => timeZone });

  const customers = createCustomers({ db, clock, ids, rulebook, currency, openPeriod: (account) => ledger.openPeriod(account) });
  const beside = (hold: OpenHold, at: Date) => crashedAttempt(ids.next("att"), hold, at);
  const ledger = createLedger({ db, clock, ids, log, calendar, ruleOf: customers.grantRule, beside });
  const timers = createTimers({ db, clock, log });
  const channels = runChannels(ground.channels ?? createChannels({ publish: live.publish }), await withSecrets(ground, ids), (name) =>
    texts.render("claimed", null, { name }),
  );
  const outbox = createOutbox({ db, clock, ids, log, deliver: channels.deliver });
  const alerts = createAlerts({ db, clock, ids, live, rulebook, outbox, say: texts.render, ways: channels.staffWays, publicUrl });
  const questions = createQuestions({ db, clock, ids });
  const reminders = createReminders({ db, clock, ids });
  const threads = createThreads({ db, clock, ids, outbox, interrupt: (turn) => turns.interrupt(turn) });
  const escalations = createEscalations({
    db,
    clock,
    ids,
    log,
    live,
    ledger,
    rulebook,
    threads,
    outbox,
    questions,
    alerts,
    say: texts.render,
    known: async (text) => (await knowledge.find(text, PREFETCHED_PAGES)).map(versionOf),
    ways: channels.staffWays,
    publicUrl,
  });

  const letters = `${settings.PROMPTS_DIR}/mailouts`;
  const mailEnv = (ground.channelSettings["mailer"] ?? {}) as MailerEnv;
  const mailer = await openMailer(mailEnv, letters, texts.render);
  const post = createPost({ log, mailer });
  const signing = await settingOnce(db, "certificate-seed", () => ids.secret());
  const noClaims = createNoClaims({
    db,
    clock,
    ids,
    rulebook,
    threads,
    alerts,
    say: texts.render,
    languageOf: textLanguage,
    signing,
    post,
    secret: () => outreachSecret,
    // Whoever gets such a letter may answer it.
    sends: mailEnv.SMTP_URL !== undefined && mailEnv.MAIL_ADDRESS !== undefined,
  });

  const contributions = createContributions({ db, clock, ids, ledger, rulebook, threads, say: texts.render });
  const models = await (ground.models ?? createModels)(modelSettings(settings), book(), clock.now());
  const links = () => [`${publicUrl}/`, ...book().gate.links];
  const marker = await settingOnce(db, "prompt-marker", () => ids.secret());
  const { persona, again, tones, summary, reflection } = await loadPrompts(settings.PROMPTS_DIR);
  const internal = createInternalWords({ db, clock });
  const prompt = () => persona(book(), { links: links(), marker });
  const mind = { clock, ids, log, ledger, rulebook, models, rests: createRests({ clock }), links, internal, prompt };
  const account = createAccountWords({ customers, texts });
  const tickets = createTicketWords({ questions, escalations, texts, clock });
  const toolServers = (ground.toolServers ?? createToolServers)({ log, secretOf: ground.secretOf ?? (() => undefined) });
  const outside = { toolServers, externalId: async (customer: string) => (await customers.get(customer))?.externalId ?? null };
  const discount = createDiscountWords({ noClaims, texts });
  const words = { texts, again, tones, account, tickets, discount, person: customers.contact };
  const initiative = createInitiative({ ...mind, db, knowledge, texts, news: createNews({ db, clock }) });
  const consents = createConsents({ db, clock, ids });
  const calls = { neverAgain: (contact: string) => phone.neverAgain(contact) };
  const avatar = createAvatar({ ...mind, ...outside, ...words, knowledge, questions, reminders, consents, calls, initiative, escalations });
  createSummaries({ ...mind, db, summary }).registerTimers(timers);
  createReflection({ ...mind, db, reflection }).registerTimers(timers);
  const abandon = async (turn: string) => ledger.abandon(await ledger.openHoldsOf(turn), "crash");
  const metrics = createMetrics();
  const answer = async (turn: Turn) => {
    const answered = await avatar.answer(turn);
    metrics.turns.inc({ outcome: answered.outcome, model: answered.model ?? "none" });
    metrics.discards.inc(answered.discards);
    return answered;
  };
  const turns = createTurns({
    db,
    clock,
    ids,
    log,
    live,
    outbox,
    process,
    leaseMs: settings.LEASE_MS,
    answer,
    abandon,
    applyLate: (writes) => applyWrites(db, writes),
  });
  const inbox = createInbox({ db, clock, ids, process, leaseMs: settings.LEASE_MS, episodes: () => book().episodes });
  const sessions = createSessions({ db, clock, ids });
  const classify = classifier((text) => knowledge.search(text, 1).find((hit) => hit.coverage >= 0.3)?.article.topics[0]);
  const receiver = createReceiver({ inbox, sessions, turns, live, classify, contactOf: customers.channelContact });

  escalations.registerTimers(timers);
  alerts.registerTimers(timers);
  noClaims.registerTimers(timers);
  contributions.registerTimers(timers);
  timers.on(READ_FOR_SAFETY, async (message) => {
    const { conversation, text } = await threads.message(message);
    const safety = detectSafety(text);
    if (safety.length > 0) await escalations.raise({ conversation, safety, message });
    return [];
  });
  registerDates({ timers, questions, reminders, threads, turns });
  const newPages = createNewPages({ db, clock, knowledge, questions, turns, spot: initiative.spot });
  newPages.registerTimers(timers);
  initiative.registerTimers(timers, turns);
  let telephony: Telephony | undefined;
  // Under it numbers and addresses are known again without being kept; each use puts its own name before what it hashes.
  const outreachSecret = await settingOnce(db, "phone-secret", () => ids.secret());
  const thanks = createThanks({ clock, rulebook, counting: alerts.counting, secret: outreachSecret });
  const phone = createPhone({
    db,
    clock,
    ids,
    log,
    live,
    ledger,
    rulebook,
    consents,
    say: texts.render,
    persona: () => ({ name: book().persona.name, business: book().business.name }),
    thanks,
    secret: outreachSecret,
    telephony: () => telephony,
  });
  phone.registerTimers(timers);
  const mailouts = createMailouts({
    db,
    clock,
    ids,
    log,
    live,
    rulebook,
    alerts,
    phone,
    thanks,
    consents: createMailConsents({ db, clock, ids }),
    texts: await loadMailTexts(letters),
    say: texts.render,
    secret: outreachSecret,
    publicUrl,
    mailer,
    post,
    sends: mailEnv.SMTP_URL !== undefined,
  });
  mailouts.registerTimers(timers);
  const memories = createMemories({ db, clock });
  const privacy = createPrivacy({ db, clock, beside: { live, interrupt: turns.interrupt, forget: sessions.forget } });
  const clockwork = createClockwork({ db, clock, every, log, timers, outbox, turns, ledger, escalations, post, memories, leaseMs: settings.LEASE_MS });

  const accounts = createStaffAccounts({ db, clock, ids, apiKeys: settings.STAFF_API_KEYS });
  const sample = (settings.SAMPLE_BUSINESS ?? ((await isLivedIn(db)) ? "off" : "on")) === "on";
  const desk = createDesk({
    clock,
    rulebook,
    customers,
    ledger,
    conversations: {
      sessions,
      threads,
      questions,
      reminders,
      receive: receiver,
      deliveries: createDeliveries({ db }),
      overview: createOverview({ db, clock }),
    },
    escalations,
    alerts,
    noClaims,
    contributions,
    rates: createRates({ db, clock }),
    booksBeside: createBooksBeside({ db, clock, rulebook, counting: alerts.counting }),
    phone,
    mailouts,
    consents,
    accounts,
    memories,
    privacy,
    knowledge,
    detectSafety,
    windows: sharedWindows(slidingWindows(clock), live),
    idempotency: createIdempotency({ db, clock }),
    demo: isLoopback(settings.HOST),
    ...(clock.kind === "manual" ? { manualClock: { advanceTo: clockwork.advanceTo } } : {}),
  });
  const hostSecret = settings.CHAT_JWT_SECRET ?? (await settingOnce(db, "chat-jwt-secret", () => ids.secret()));
  const http = (ground.doors ?? createHttp)({
    config: { host: settings.HOST, port: settings.PORT, publicUrl, chatOrigins: settings.CHAT_ORIGINS, hostSecret },
    rooms: desk,
    live,
    log,
    clock,
    ids,
    webDir: ground.webDir,
    metrics: metrics.registry,
  });
  metrics.running(turns.running);

  const lookAtTools = () => lookAt(toolServers, book(), alerts);
  const changed = async () => {
    await lookAtTools();
    await mailouts.start();
    await alerts.newRules();
  };
  const readOwnersFiles = ownersFiles({ knowledge, rulebook, newPages, log, changed });
  let watching: { stop(): Promise<void> } | undefined;
  let watchingTools: { stop(): Promise<void> } | undefined;
  let beating: { stop(): Promise<void> } | undefined;

  return {
    rooms: {
      db,
      clock,
      rulebook,
      customers,
      ledger,
      timers,
      outbox,
      alerts,
      noClaims,
      phone,
      questions,
      threads,
      escalations,
      avatar,
      turns,
      inbox,
      sessions,
      knowledge,
      live,
      accounts,
      receiver,
      desk,
      lookAtTools,
    },
    clockwork,
    readOwnersFiles,
    /** Makes what a new house needs, takes over what a dead process left (embedded: all of it), and opens the doors. */
    async start(): Promise<{ port: number; url: string; owner: { email: string; password?: string }; seeded: boolean; leftOut: BrokenArticle[] }> {
      await ledger.openBooks(currency);
      await customers.ensureVisitors();
      const seeded = sample
        ? await seedSampleBusiness({ db, clock, log, rulebook, calendar, directory: ground.sampleDir, source: (id) => sourceOf(knowledge, id) })
        : undefined;
      await noClaims.enrolAll();
      await mailouts.start();
      const owner = await accounts.ensureFirstOwner(settings.ADMIN_EMAIL, settings.ADMIN_PASSWORD);
      // Embedded, or with a clock of our own, this process is the only one: whatever is leased was leased by the dead.
      if (db.kind === "pglite" || clock.kind === "manual") await Promise.all([turns.takeBack(), timers.takeBack(), outbox.takeBack()]);
      await lookAtTools();
      const { port } = await http.listen();
      await channels.start({ receive: receiver.fromChannel, host: { publicUrl, mount: http.mount, staff: escalations.actions, log } });
      telephony = await ground.telephony?.start({ publicUrl, mount: http.mount, progress: phone.progress, talk: phone.talk, log });
      clockwork.start();
      watching = every(FILES_MS, "owner's files", readOwnersFiles, log);
      beating = every(WATCHED_MS, "present", alerts.watched.beat, log);
      watchingTools = every(TOOLS_MS, "tools outside", lookAtTools, log);
      return { port, url: settings.PUBLIC_URL ?? `http://localhost:${port}`, owner, seeded: seeded !== undefined, leftOut: knowledge.problems() };
    },
    /** Takes nothing new in, finishes what is under way, closes. */
    async stop(): Promise<void> {
      await Promise.all([watching?.stop(), watchingTools?.stop(), beating?.stop()]);
      await channels.stop();
      await clockwork.stop();
      await mailer.stop();
      await http.close();
      await Promise.all([models.close(), toolServers.close(), live.close(), provider?.embedder.close()]);
    },
  };
}

export { localEmbedder } from "./avatar/index.ts";
export type App = Awaited<ReturnType<typeof createApp>>;

/** What the house adds to what channels read from the environment. */
async function withSecrets(ground: Ground, ids: Ids): Promise<Record<string, unknown>> {
  const { db, channelSettings } = ground;
  const secret = await settingOnce(db, "staff-webhook-secret", () => ids.secret());
  return {
    ...channelSettings,
    webhook: { STAFF_WEBHOOK_SECRET: secret, ...present(channelSettings["webhook"]) },
    mail: { ...present(channelSettings["mail"]), staffAddresses: () => staffAddresses(db) },
  };
}

/** Looks at the tools outside. One that is not what the owner approved is withheld, and people hear of it. */
async function lookAt(servers: ToolServers, book: Book, alerts: Alerts): Promise<void> {
  const { looks } = await servers.look(book);
  for (const { server, tool, state, fingerprint } of looks) {
    if (state !== "changed") continue;
    await alerts.toolChanged(`${server}__${tool}`, fingerprint ?? "");
  }
}

function present(settings: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries((settings ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined));
}

function sourceOf(knowledge: Knowledge, id: string) {
  const article = knowledge.get(id);
  return article && knowledge.source(article);
}
