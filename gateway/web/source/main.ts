/** The page: one session at a time, shown as it grows. This file joins the parts, and has no rules of its own. */
import {
  ApproveSchema, CancelSchema, type Changed, Client, ConfirmSchema, create, type Happening, hex,
  type Link, type Mirror, RedoSchema, type ServerFrame, TextSchema, UndoSchema,
} from "scenestream-client";

import { showCard } from "./card.ts";
import { part } from "./dom.ts";
import { Feed } from "./feed.ts";
import { Hand } from "./hand.ts";
import { SessionsList, ThingsList } from "./lists.ts";
import * as memory from "./memory.ts";
import { Meshes } from "./meshes.ts";
import * as past from "./past.ts";
import { save, share } from "./sharing.ts";
import { Spotlight } from "./spotlight.ts";
import { Stage } from "./stage.ts";
import { askWho, company, isStranger, LinkBox } from "./standing.ts";
import { Things } from "./things.ts";
import { isJump, Timeline } from "./timeline.ts";

const OPENS = ["accepted", "reopened"];
const ENDS = ["completed", "failed", "cancelled"];

const FIRST_WORDS = "A cosy living room with a red sofa …";
const NEXT_WORDS = "Make it night. Add a cat. Undo that …";

const RENEW_MS = 30_000;

class Page {
  private client: Client | undefined;
  private role = "";
  private invitation = "";
  private isReplay = false;
  private readonly linkBox = new LinkBox();
  private wantsLook = false;
  private renewed = -RENEW_MS;
  private changes: past.Change[] = [];
  private readonly open = new Set<string>();
  private readonly prompts = new Map<string, string>();
  private readonly things: Things;
  private readonly stage: Stage;
  private readonly spotlight: Spotlight;
  private readonly hand: Hand;
  private readonly feed: Feed;
  private readonly timeline: Timeline;
  private readonly sessionsList = new SessionsList((id) => this.begin(id));
  private readonly thingsList = new ThingsList((id) => {
    this.hand.choose(id);
    part("stage").focus();
  });

  constructor() {
    this.things = new Things(new Meshes(), {
      changed: () => this.looked(),
      arrived: (content) => this.stage.pop(content),
      stale: () => this.renew(),
      failed: (why) => this.feed.note(why, true),
    });
    this.things.ahead = (id) => (this.isReplay ? undefined : this.client?.ahead(id));
    this.stage = new Stage(part<HTMLCanvasElement>("stage"), this.things.root);
    this.spotlight = new Spotlight(this.stage, this.things);
    this.feed = new Feed(part("feed"), {
      confirm: (yes) => this.client?.send({ case: "confirm", value: create(ConfirmSchema, { yes }) }),
      approve: (request) =>
        this.client?.send({ case: "approve", value: create(ApproveSchema, { request }) }),
    });
    const page = this;
    this.hand = new Hand(this.stage, this.things, {
      get mirror() { return page.mirror; },
      get mayEdit() { return page.mayEdit; },
      chose: (id) => this.card(id),
      edited: (upserts, removed) => this.client?.edit(upserts, removed),
    });
    this.timeline = new Timeline({
      happened: (happening) => this.replayed(happening),
      ended: (why) => this.replayEnded(why),
    });
    this.wire();
  }

  /** The scene that is shown: the session's, or the replay's. */
  get mirror(): Mirror | undefined {
    return this.isReplay ? this.timeline.mirror : this.client?.mirror;
  }

  private get mayEdit(): boolean {
    return !this.isReplay && this.role === "edit" && this.mirror?.draft === false;
  }

  /** Join a session, or open a new one. */
  begin(session = ""): void {
    this.timeline.end();
    this.isReplay = false;
    this.client?.close();
    this.hand.choose(undefined);
    this.spotlight.clear();
    this.feed.clear();
    this.open.clear();
    this.prompts.clear();
    this.role = "";
    this.linkBox.clear();
    company(1);
    this.stage.forget();
    const wishes = { client: "Scenestream's page", session, token: memory.token(), invitation: this.invitation };
    this.client = new Client(socketUrl(), wishes, {
      happened: (happening) => this.happened(happening),
      linked: (link) => this.linked(link),
    });
    this.refresh();
  }

  /** URLs of meshes are over: join again, to be told others; not over and over. */
  private renew(): void {
    if (performance.now() - this.renewed < RENEW_MS) return;
    this.renewed = performance.now();
    this.begin(this.client?.session);
  }

  /** Read the address, join what it names. */
  start(): void {
    const asked = new URLSearchParams(location.search);
    const token = asked.get("token");
    if (token) memory.keepToken(token); // and out of the address, which gets copied
    this.invitation = asked.get("invitation") ?? "";
    this.address(asked.get("session") ?? "");
    this.paint(memory.theme());
    this.begin(asked.get("session") ?? "");
  }

  /** What is shown, for whoever looks at it from the console, and for tests. */
  account() {
    const { mirror, client } = this;
    const nodes = [...(mirror?.nodes.values() ?? [])];
    return {
      session: client?.session ?? "",
      role: this.role,
      replay: this.isReplay,
      revision: mirror?.revision ?? 0,
      draft: mirror?.draft ?? false,
      hash: hex(mirror?.hash ?? 0n),
      chosen: this.hand.chosen ?? "",
      open: this.open.size,
      waiting: this.things.waiting,
      nodes: nodes.map((node) => ({
        id: node.id,
        name: node.name,
        mesh: this.things.isMesh(node.id),
        at: this.stage.onScreen(this.things.group(node.id)),
        position: { ...node.position, $typeName: undefined },
      })),
    };
  }

  private happened(happening: Happening): void {
    if (happening.kind !== "frame") {
      if (happening.kind === "broken") this.feed.note(`The scene is taken anew: ${happening.why}`);
      return;
    }
    const { frame, changed } = happening;
    const kind = frame.event.case ?? "";
    if (frame.event.case === "welcome") this.welcomed(frame.event.value.open, changed.whole);
    if (OPENS.includes(kind)) this.open.add(frame.request);
    if (ENDS.includes(kind)) this.open.delete(frame.request);
    if (frame.event.case === "joined") company(frame.event.value.clients);
    this.remember(frame);
    if (!this.isReplay) this.show(frame, changed);
    this.refresh();
  }

  private welcomed(open: string[], whole: boolean): void {
    if (whole) {
      this.open.clear();
      for (const request of open) this.open.add(request);
      if (this.client?.mirror.revision) void this.recall(this.client);
    }
    this.address(this.client?.session ?? "");
  }

  /** Tell what happened to a session before this page joined it. */
  private async recall(client: Client): Promise<void> {
    const changes = await this.before(client);
    if (client === this.client && !this.isReplay) this.feed.recall(changes);
  }

  private before(client: Client): Promise<past.Change[]> {
    return past.changes(client.session, memory.token(), this.invitation);
  }

  private remember({ event }: ServerFrame): void {
    if (event.case === "decomposed") {
      for (const item of event.value.items) this.prompts.set(item.node, item.prompt);
    }
    const name = this.client?.mirror.name || (event.case === "accepted" ? event.value.text : "");
    if (name && this.client?.session && ["accepted", "revised", "welcome"].includes(event.case ?? "")) {
      memory.saw(this.client.session, name);
      void this.sessionsList.show(this.client.session);
    }
  }

  private show(frame: ServerFrame, changed: Changed): void {
    const { mirror } = this;
    if (!mirror) return;
    this.feed.tell(frame);
    if (frame.event.case === "view") this.spotlight.follow(frame.event.value);
    // What a hand changed is taken by now, or not: what others changed otherwise is shown.
    if (["conflict", "taken", "refused"].includes(frame.event.case ?? "")) this.things.show(mirror);
    if (!frame.scene) return;
    this.things.follow(mirror, changed);
    if (changed.skybox) this.stage.background(mirror.skybox);
    if (changed.whole || frame.event.case === "blockedOut") {
      this.wantsLook = true;
      this.looked();
    }
    if (this.hand.chosen) {
      this.hand.choose(mirror.nodes.has(this.hand.chosen) ? this.hand.chosen : undefined);
    }
    this.listThings();
  }

  /** Something looks otherwise: draw it, and see all of a scene that is new until it is complete. */
  private looked(): void {
    if (this.wantsLook) {
      this.stage.look();
      this.wantsLook = this.things.waiting > 0;
    }
    this.stage?.invalidate();
  }

  private replayed(happening: Happening): void {
    if (happening.kind !== "frame") return;
    if (!this.isReplay) {
      this.isReplay = true;
      this.hand.choose(undefined);
      this.spotlight.clear();
      this.refresh();
    }
    if (isJump(happening)) this.jumped();
    this.show(happening.frame, happening.changed);
  }

  /** The replay begins, or goes on elsewhere: what is told until there, and no more. */
  private jumped(): void {
    const revision = this.mirror?.revision ?? 0;
    this.feed.clear();
    this.feed.recall(this.changes.filter((change) => change.revision <= revision));
  }

  private replayEnded(why: string): void {
    this.isReplay = false;
    this.spotlight.clear();
    this.feed.clear();
    this.feed.note(why || "This is how it is now.", why !== "");
    if (this.client) void this.recall(this.client);
    if (this.mirror) {
      this.things.show(this.mirror);
      this.stage.background(this.mirror.skybox);
    }
    this.hand.choose(undefined);
    this.listThings();
    this.refresh();
  }

  private linked(link: Link): void {
    this.linkBox.tell(link);
    if (link.state === "open") {
      this.role = link.role;
      if (link.role === "read") this.feed.note("You may watch this session, not change it.");
    } else if (link.state === "closed") {
      if (isStranger(link)) {
        askWho(link.why, () => this.begin(new URLSearchParams(location.search).get("session") ?? ""));
      }
      if (link.code === "UnknownSession" && this.client) memory.forget(this.client.session);
      this.role = "";
    }
    this.refresh();
  }

  private wire(): void {
    const text = part<HTMLTextAreaElement>("text");
    part("say").onsubmit = (event) => {
      event.preventDefault();
      if (text.value.trim()) this.say(text.value.trim());
      text.value = "";
    };
    text.onkeydown = (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      part<HTMLFormElement>("say").requestSubmit();
    };
    part("undo").onclick = () => this.client?.send({ case: "undo", value: create(UndoSchema) });
    part("redo").onclick = () => this.client?.send({ case: "redo", value: create(RedoSchema) });
    part("cancel").onclick = () => this.client?.send({ case: "cancel", value: create(CancelSchema) });
    part("watch").onclick = () => void this.watch();
    part("new").onclick = () => this.begin();
    part("link-now").onclick = () => this.client?.hurry();
    part("theme").onclick = () => this.paint(document.documentElement.dataset["theme"] === "light" ? "dark" : "light", true);
    part("card-close").onclick = () => this.hand.choose(undefined);
    part("card-left").onclick = () => this.hand.turn(-15);
    part("card-right").onclick = () => this.hand.turn(15);
    part("card-remove").onclick = () => this.hand.remove();
    const tell = (told: string, bad = false) => this.feed.note(told, bad);
    part("share").onclick = () => void share(tell);
    part("save").onclick = () => {
      if (this.client && this.mirror) void save(this.client.session, this.mirror, this.invitation, tell);
    };
    for (const example of document.querySelectorAll<HTMLButtonElement>("#examples button")) {
      example.onclick = () => this.say(example.textContent ?? "");
    }
    addEventListener("online", () => this.client?.hurry());
    addEventListener("keydown", (event) => this.key(event));
  }

  /** Keys that work wherever one is, but where one writes. */
  private key(event: KeyboardEvent): void {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (part<HTMLDialogElement>("ask").open) return;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (isUndo) part(event.shiftKey ? "redo" : "undo").click();
    else if (event.key === "/") part("text").focus();
    else return;
    event.preventDefault();
  }

  private say(text: string): void {
    if (this.isReplay) this.timeline.end("");
    this.client?.send({ case: "text", value: create(TextSchema, { text }) });
  }

  private async watch(): Promise<void> {
    const { client } = this;
    if (!client) return;
    this.changes = await this.before(client); // those until the point that is shown are told
    if (client !== this.client || this.isReplay) return;
    this.timeline.begin(socketUrl(), client.session, memory.token(), this.invitation);
  }

  private refresh(): void {
    const able = (id: string, can: boolean) => (part<HTMLButtonElement>(id).disabled = !can);
    const edits = this.role === "edit" && !this.isReplay;
    const revision = this.client?.mirror.revision ?? 0;
    able("undo", edits && revision > 0);
    able("redo", edits && revision > 0);
    able("cancel", edits && this.open.size > 0);
    able("watch", !this.isReplay && this.role !== "" && (revision > 0 || this.open.size > 0));
    able("send", this.role !== "read");
    part("card-tools").hidden = !this.mayEdit;
    part("share").hidden = revision === 0;
    this.listThings();
  }

  private card(id: string | undefined): void {
    const { mirror } = this;
    const node = id === undefined ? undefined : mirror?.nodes.get(id);
    showCard(node, mirror, node && this.things.group(node.id), node && this.prompts.get(node.id));
    part("card-tools").hidden = !this.mayEdit;
    this.listThings();
  }

  private listThings(): void {
    this.thingsList.show(this.mirror, this.hand.chosen);
    const empty = (this.mirror?.nodes.size ?? 0) === 0;
    part("empty").hidden = !empty;
    part("save").hidden = (this.mirror?.revision ?? 0) === 0;
    part("examples").hidden = this.isReplay || this.role !== "edit" || this.open.size > 0;
    part<HTMLTextAreaElement>("text").placeholder = empty ? FIRST_WORDS : NEXT_WORDS;
    document.title = this.mirror?.name ? `${this.mirror.name} · Scenestream` : "Scenestream";
  }

  private paint(theme: string, chosen = false): void {
    document.documentElement.dataset["theme"] = theme;
    if (chosen) memory.keepTheme(theme);
    this.stage.background(this.mirror?.skybox);
  }

  private address(session: string): void {
    const query = new URLSearchParams();
    if (session) query.set("session", session);
    if (this.invitation) query.set("invitation", this.invitation);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  }
}

function socketUrl(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/`;
}

try {
  const page = new Page();
  page.start();
  Object.assign(globalThis, { scenestream: { account: () => page.account() } });
} catch (error) {
  part("examples").hidden = true;
  part("hint").textContent = "The page can not draw here. It needs WebGL 2: try another browser.";
  throw error;
}
