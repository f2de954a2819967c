/**
 * Creates a function that writes to one text node of an element, which costs less than `textContent`. A page translator may have
 * replaced the node: then it is put back.
 */
export function createTextWriter(element: Element): (text: string) => void {
  const node = element.ownerDocument.createTextNode("");
  return (text) => {
    if (!element.contains(node)) element.replaceChildren(node);
    if (node.data !== text) node.data = text;
  };
}
