/** What happens, in words: a card for each wish, with what is thought and done about it. */
import type { ServerFrame } from "scenestream-client";

import { button, made } from "./dom.ts";
import type { Change } from "./past.ts";

const STAGES: Record<string, string> = {
  asr: "listening",
  agent: "thinking",
  prompt: "reading",
  decomposition: "planning",
  library: "looking in the library",
  image: "painting",
  mesh: "shaping",
  composition: "placing",
  patch: "changing",
};

const RECALLED = 40;

/** What the feed asks its owner for. */
export interface Answerer {
  confirm(yes: boolean): void;
  approve(request: string): void;
}

interface Card {
  readonly element: HTMLElement;
  readonly how: HTMLDetailsElement;
  readonly steps: HTMLOListElement;
  readonly stream: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly now: HTMLElement;
}

/** The list of what happened, newest last. */
export class Feed {
  private readonly cards = new Map<string, Card>();
  private readonly before = made("section", "", "before");

  constructor(
    private readonly box: HTMLElement,
    private readonly answerer: Answerer,
  ) {}

  /** Forget all. */
  clear(): void {
    this.cards.clear();
    this.box.replaceChildren();
  }

  /** A word of the page's own. */
  note(text: string, bad = false): void {
    this.keepingUp(() => this.box.append(made("p", text, bad ? "note bad" : "note")));
  }

  /** What happened before, in front of all that is told since. */
  recall(changes: readonly Change[]): void {
    if (!changes.length) return;
    this.before.replaceChildren(...changes.slice(-RECALLED).map(({ revision, text, summary }) => {
      const line = made("p", "", "note");
      line.append(made("b", text || "by hand"), ` → ${summary}`);
      line.title = `revision ${revision}`;
      return line;
    }));
    this.box.prepend(this.before);
    this.box.scrollTop = this.box.scrollHeight;
  }

  /** Tell of a frame. */
  tell(frame: ServerFrame): void {
    this.keepingUp(() => this.write(frame));
  }

  private write({ event, request }: ServerFrame): void {
    switch (event.case) {
      case "accepted": {
        const said = event.value.text || (event.value.kind === 1 ? "(spoken)" : "(a picture)");
        if (this.cards.has(request)) break; // told again, after a reconnect
        const card = this.card(request);
        card.element.prepend(made("p", said, "said"));
        const about = event.value.estimateS;
        card.now.textContent = about > 0 ? `about ${seconds(about)}` : "heard";
        break;
      }
      case "transcript":
        this.step(request, `heard: “${event.value.text}”`);
        break;
      case "thinking":
        this.step(request, event.value.text);
        break;
      case "toolCall":
        this.step(request, `▸ ${event.value.action.replaceAll("_", " ")}`);
        if (event.value.estimateS > 0) this.card(request).now.textContent = `about ${seconds(event.value.estimateS)}`;
        break;
      case "token":
        if (!event.value.thought) this.card(request).stream.textContent += event.value.text;
        break;
      case "decomposed":
        this.step(request, `${event.value.items.length} things: ${names(event.value.items)}`);
        for (const note of event.value.notes) this.step(request, note);
        if (event.value.waits) this.approval(request);
        break;
      case "blockedOut":
        this.step(request, "laid out in blocks");
        break;
      case "assetReady": {
        const { label, done, total, reused, standIn } = event.value;
        const how = standIn ? " (a stand-in)" : reused ? " (from the library)" : "";
        this.step(request, `✓ ${label}${how}`);
        this.progress(request, done, total, "");
        break;
      }
      case "assetFailed":
        this.step(request, `✗ ${event.value.label}: ${event.value.message}`, true);
        this.progress(request, event.value.done, event.value.total, "");
        break;
      case "progress": {
        const { stage, label, done, total, fraction, etaS } = event.value;
        const eta = etaS > 0 ? `, about ${seconds(etaS)} to go` : "";
        const text = `${STAGES[stage] ?? stage}${label ? ` ${label}` : ""}${eta}`;
        this.progress(request, done + (total > 1 ? 0 : fraction), total || 1, text);
        break;
      }
      case "retried":
        this.step(request, `${event.value.stage} failed, tries again: ${event.value.message}`, true);
        break;
      case "revised":
        for (const unmet of event.value.unmet) this.step(request, `not had: ${unmet}`, true);
        if (!request) this.note("Changed by hand.");
        break;
      case "completed":
        this.end(request, event.value.text || "Done.");
        if (event.value.confirms) this.question(request);
        break;
      case "failed":
        this.end(request, event.value.message, true);
        break;
      case "cancelled":
        this.end(request, "Cancelled.");
        break;
      case "reopened":
        this.step(request, "goes on");
        break;
      case "conflict": {
        const kept = event.value.kept.map(({ node, member }) => `${member} of ${node}`).join(", ");
        this.note(`Changed by somebody else meanwhile, and left so: ${kept}.`, true);
        break;
      }
      case "refused":
        this.note(event.value.message, true);
        break;
      case "broadcast":
        this.note(event.value.fromOperator ? `From the operator: ${event.value.text}` : event.value.text);
        break;
    }
  }

  private card(request: string): Card {
    const known = this.cards.get(request);
    if (known) return known;
    const element = made("article", "", "wish");
    const how = made("details");
    const steps = made("ol");
    how.open = true;
    how.append(made("summary", "How"), steps);
    const bar = made("progress");
    bar.setAttribute("aria-label", "how far it is");
    const now = made("p", "", "now");
    const stream = made("p", "", "stream");
    element.append(how, stream, bar, now);
    this.box.append(element);
    const card = { element, how, steps, stream, bar, now };
    this.cards.set(request, card);
    return card;
  }

  private step(request: string, text: string, bad = false): void {
    this.card(request).steps.append(made("li", text, bad ? "bad" : ""));
  }

  private progress(request: string, done: number, total: number, text: string): void {
    const { bar, now } = this.card(request);
    bar.max = Math.max(total, 1);
    bar.value = Math.min(Math.max(bar.position > 0 ? bar.value : 0, done), bar.max);
    const count = total > 1 ? `${Math.floor(done)} of ${total}` : "";
    now.textContent = [count, text].filter(Boolean).join(" · ");
  }

  private end(request: string, text: string, bad = false): void {
    const { element, how, steps, stream, bar, now } = this.card(request);
    stream.remove(); // the answer says it whole
    bar.remove();
    now.remove();
    how.before(made("p", text, bad ? "answer bad" : "answer"));
    how.open = steps.querySelector(".bad") !== null; // what went wrong is read without asking
    how.hidden = steps.childElementCount === 0;
  }

  private question(request: string): void {
    const row = made("div", "", "row");
    const answer = (yes: boolean) => () => {
      row.remove();
      this.answerer.confirm(yes);
    };
    row.append(button("Yes", answer(true)), button("No", answer(false)));
    this.card(request).element.append(row);
  }

  private approval(request: string): void {
    const go = button("Make it", () => {
      go.remove();
      this.answerer.approve(request);
    });
    this.card(request).element.append(go);
  }

  /** Stay at the end while the reader is there. */
  private keepingUp(write: () => void): void {
    const { box } = this;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
    write();
    if (atEnd) box.scrollTop = box.scrollHeight;
  }
}

function names(items: readonly { readonly name: string }[]): string {
  const shown = items.slice(0, 12).map(({ name }) => name);
  return shown.join(", ") + (items.length > shown.length ? ", …" : "");
}

function seconds(s: number): string {
  return s < 90 ? `${Math.max(1, Math.round(s))} s` : `${Math.round(s / 60)} min`;
}
