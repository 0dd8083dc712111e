/** The card of the chosen thing: what it is, and how large. */
import { Box3, type Object3D, Vector3 } from "three";
import { type Mirror, type Node } from "scenestream-client";

import { made, part } from "./dom.ts";

/** Show what is known of `node`, whose object is `group`; `prompt`: the words that asked for it. */
export function showCard(node: Node | undefined, mirror: Mirror | undefined, group: Object3D | undefined, prompt = ""): void {
  part("card").hidden = !node;
  if (!node) return;
  part("card-name").textContent = node.name || node.id;
  const told = [...facts(node, mirror, group, prompt)];
  part("card-facts").replaceChildren(...told.flatMap(([name, value]) => [made("dt", name), made("dd", value)]));
}

function* facts(
  node: Node, mirror: Mirror | undefined, group: Object3D | undefined, prompt: string,
): Generator<[string, string]> {
  if (prompt) yield ["asked for", prompt];
  for (const { kind } of node.components) {
    const asset = kind.case === "mesh" ? mirror?.assets.get(kind.value.asset) : undefined;
    if (asset) yield ["mesh", `${asset.label} (${Math.ceil(Number(asset.size) / 1024)} KB)`];
  }
  const size = group && new Box3().setFromObject(group).getSize(new Vector3());
  if (size && size.x) yield ["size", `${metres(size).join(" × ")} m`];
  yield ["place", metres(node.position ?? { x: 0, y: 0, z: 0 }).join(", ")];
}

function metres({ x, y, z }: { x: number; y: number; z: number }): string[] {
  return [x, y, z].map((m) => m.toFixed(2));
}
