/** A session watched again: pause, step, speed, and a slider over all of its time. */
import { type Changed, Client, type Happening, type Link, type Mirror, playback, type ServerFrame } from "scenestream-client";

import { part } from "./dom.ts";

/** Whether a replay's frame is the scene where it goes on from, in place of something that happened. */
export function isJump({ frame, changed }: { frame: ServerFrame; changed: Changed }): boolean {
  return changed.whole && (frame.event.case === undefined || frame.event.case === "welcome");
}

/** Whom a replay tells what is to be shown. */
export interface Audience {
  happened(happening: Happening): void;
  ended(why: string): void;
}

/** The controls, and the replay that they steer while there is one. */
export class Timeline {
  private readonly box = part("replay");
  private readonly play = part<HTMLButtonElement>("replay-play");
  private readonly slider = part<HTMLInputElement>("replay-at");
  private readonly time = part<HTMLOutputElement>("replay-time");
  private readonly speed = part<HTMLSelectElement>("replay-speed");
  private client: Client | undefined;
  private paused = false;
  private beginMs = 0;
  private endMs = 0;
  private holds = false;

  constructor(private readonly audience: Audience) {
    this.play.onclick = () => this.steer({ paused: !this.paused });
    part("replay-step").onclick = () => this.steer({ step: true });
    this.speed.onchange = () => this.steer({ speed: Number(this.speed.value) });
    this.slider.oninput = () => {
      this.holds = true;
      this.label(Number(this.slider.value));
    };
    this.slider.onchange = () => {
      this.holds = false;
      const at = Number(this.slider.value);
      // A slider goes in steps, and its last one may lie before the last thing that happened.
      const isEnd = at >= Number(this.slider.max) - 0.011;
      this.steer({ paused: true, seek: isEnd ? "-0s" : `+${at.toFixed(3)}s` });
    };
    part("replay-end").onclick = () => this.end("");
  }

  get mirror(): Mirror | undefined {
    return this.client?.mirror;
  }

  /** Watch a session from its beginning. First its end is looked up, to know how long it is. */
  begin(url: string, session: string, token: string, invitation: string): void {
    this.end();
    this.beginMs = this.endMs = 0;
    this.slider.value = "0";
    this.speed.value = "1";
    this.box.hidden = false;
    document.body.classList.add("replaying");
    const replay = { paused: true, seek: "-0s" };
    const wishes = { client: "the page's replay", session, token, invitation, replay };
    this.client = new Client(url, wishes, {
      happened: (happening) => this.happened(happening),
      linked: (link) => this.linked(link),
    });
    this.play.focus();
  }

  /** Stop watching; `why` is told, where there is a reason. */
  end(why?: string): void {
    if (!this.client) return;
    this.client.close();
    this.client = undefined;
    this.box.hidden = true;
    document.body.classList.remove("replaying");
    if (why !== undefined) this.audience.ended(why);
  }

  private steer(asked: Parameters<typeof playback>[0]): void {
    this.client?.send({ case: "playback", value: playback(asked) });
  }

  private happened(happening: Happening): void {
    if (happening.kind === "frame") this.follow(happening.frame);
    if (this.endMs) this.audience.happened(happening);
  }

  private follow({ event, atMs }: ServerFrame): void {
    if (event.case === "played") {
      const { at, paused, speed } = event.value;
      const ms = Number(at.split("-", 1)[0] || 0);
      if (!this.endMs && ms) {
        this.endMs = this.beginMs = ms; // told of the end; now from the beginning
        this.steer({ paused: false, seek: "+0s" });
        return;
      }
      if (ms && ms < this.beginMs) this.beginMs = ms;
      this.paused = paused;
      this.play.textContent = paused ? "Play" : "Pause";
      if ([...this.speed.options].some((o) => Number(o.value) === speed)) {
        this.speed.value = String(speed);
      }
      this.at(ms);
    } else if (atMs) {
      this.at(Number(atMs));
    }
  }

  private at(ms: number): void {
    if (!ms || !this.endMs) return;
    this.endMs = Math.max(this.endMs, ms);
    const lasts = Math.max(0.01, (this.endMs - this.beginMs) / 1000);
    this.slider.max = String(lasts);
    if (this.holds) return;
    const now = Math.max(0, (ms - this.beginMs) / 1000);
    this.slider.value = String(now);
    this.label(now);
  }

  private label(now: number): void {
    const text = `${clock(now)} / ${clock(Number(this.slider.max))}`;
    this.time.textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
  }

  private linked(link: Link): void {
    if (link.state === "closed") this.end(link.why || "The replay has ended.");
    if (link.state === "waiting") {
      this.end("The connection was lost, and the replay with it; start it again.");
    }
  }
}

function clock(s: number): string {
  const tenths = (s % 60).toFixed(1).padStart(4, "0");
  return `${Math.floor(s / 60)}:${tenths}`;
}
