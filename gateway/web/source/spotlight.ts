/** What somebody's words do to the view: things that are marked, the others hidden, the camera moved. */
import { type Object3D, PropertyBinding } from "three";
import { mirrored, type View, type View_Selection } from "scenestream-client";

import { colour } from "./shapes.ts";
import type { Stage } from "./stage.ts";
import type { Things } from "./things.ts";

/** What is marked of a node: all of it by its own name, or a part of its mesh by that one's. */
interface Marked {
  readonly id: string;
  readonly name: string;
  readonly tint: number;
}

/** Marks things on the stage. */
export class Spotlight {
  private readonly marked = new Map<string, Marked>();

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

  private toggle({ nodes, names, colors, only }: View_Selection): void {
    nodes.forEach((id, n) => {
      const name = names[n] ?? "";
      const key = JSON.stringify([id, name]);
      if (this.marked.delete(key)) return;
      this.marked.set(key, { id, name, tint: colour(colors[n]).getHex() });
    });
    this.draw(only && this.marked.size > 0);
  }

  private draw(only: boolean): void {
    const marked = [...this.marked.values()];
    this.things.only(only ? new Set(marked.map(({ id }) => id)) : undefined);
    const frames = marked.flatMap(({ id, name, tint }) => {
      const group = this.things.group(id);
      return group ? [{ group: part(group, name), tint }] : [];
    });
    this.stage.mark(frames);
  }
}

/** The part of a thing's mesh that has this name, as three.js writes names; the thing, if it has none. */
function part(thing: Object3D, name: string): Object3D {
  return (name && thing.getObjectByName(PropertyBinding.sanitizeNodeName(name))) || thing;
}
