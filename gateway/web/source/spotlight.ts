/** What somebody's words do to the view: things that are marked, the others hidden, the camera moved. */
import { mirrored, type View, type View_Selection } from "scenestream-client";

import { colour } from "./shapes.ts";
import type { Stage } from "./stage.ts";
import type { Things } from "./things.ts";

/** Marks things on the stage. */
export class Spotlight {
  private readonly marked = new Map<string, number>();

  constructor(
    private readonly stage: Stage,
    private readonly things: Things,
  ) {}

  /** Do what a frame tells. Scenes here have no animation: those words change nothing. */
  follow({ change }: View): void {
    switch (change.case) {
      case "select":
        this.marked.clear();
        this.toggle(change.value);
        break;
      case "toggle":
        this.toggle(change.value);
        break;
      case "camera": {
        const nowhere = { x: 0, y: 0, z: 0 };
        const { position = nowhere, target = nowhere } = change.value;
        this.stage.stand(mirrored(position), mirrored(target));
        break;
      }
      case "resetCamera":
        this.stage.look(true);
        break;
    }
  }

  /** Mark nothing, hide nothing. */
  clear(): void {
    this.marked.clear();
    this.draw(false);
  }

  private toggle({ nodes, colors, only }: View_Selection): void {
    nodes.forEach((id, n) => {
      if (!this.marked.delete(id)) this.marked.set(id, colour(colors[n]).getHex());
    });
    this.draw(only && this.marked.size > 0);
  }

  private draw(only: boolean): void {
    this.things.only(only ? new Set(this.marked.keys()) : undefined);
    const frames = [...this.marked].flatMap(([id, tint]) => {
      const group = this.things.group(id);
      return group ? [{ group, tint }] : [];
    });
    this.stage.mark(frames);
  }
}
