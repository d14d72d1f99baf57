/** An element and what stands in it: ["p", {class: "note"}, "text", ["b", {}, "more"]]. */
export type Grown = readonly [tag: string, attributes: Attributes, ...inside: (Grown | string)[]];
type Attributes = Readonly<Record<string, string>>;

const namespaces: Readonly<Record<string, string>> = {
  math: "http://www.w3.org/1998/Math/MathML",
  svg: "http://www.w3.org/2000/svg",
};

/**
 * Makes an element, node by node: nothing is parsed as HTML, so a page that trusts no text as HTML
 * (Trusted Types) can show it.
 *
 * @param root where the site is: addresses of its pages begin there
 */
export function grow(
  [tag, attributes, ...inside]: Grown,
  root: string,
  around = "http://www.w3.org/1999/xhtml",
): Element {
  const namespace = namespaces[tag] ?? around;
  const element = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, name === "href" ? new URL(value, root).href : value);
  }
  for (const one of inside) {
    element.append(typeof one === "string" ? one : grow(one, root, namespace));
  }
  return element;
}
