/**
 * From the scene's frame to that of glTF and three.js, and back.
 *
 * Scenes are in Unity's frame: left-handed, Y up, +Z forward, Euler degrees applied Z, X, Y. Here X
 * is mirrored, as importers of GLBs into Unity do: a mesh's own vertices are right-handed already and
 * stay as they are. Positions (x, y, z) become (-x, y, z); a turn about X keeps its sense, those about Y
 * and Z are reversed. Each function is its own inverse.
 */

/** Metres, or degrees. */
export interface Triple {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A point or direction in the other frame. */
export function mirrored({ x, y, z }: Triple): Triple {
  return { x: x === 0 ? 0 : -x, y, z };
}

/**
 * Euler degrees in the other frame, in the same order: turned about Z, then X, then Y, which three.js
 * calls "YXZ".
 */
export function mirroredTurn({ x, y, z }: Triple): Triple {
  return { x, y: y === 0 ? 0 : -y, z: z === 0 ? 0 : -z };
}
