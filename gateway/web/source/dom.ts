/** The page's elements, and making new ones. Text is always set as text: nothing said becomes markup. */

/** The element of that id, which index.html has. Throws where it has not. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found as T;
}

/** A new element with this text. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = "",
  style = "",
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  if (style) element.className = style;
  return element;
}

/** A new button that does this. */
export function button(text: string, does: () => void): HTMLButtonElement {
  const element = made("button", text);
  element.type = "button";
  element.onclick = does;
  return element;
}
