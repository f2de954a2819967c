/** A new Guid in the gateway's form: a version 4 UUID, a dot and the name of the node. */
export function createGuid(random: () => number, node: string): string {
  const digit = (placeholder: string) => {
    const value = Math.floor(random() * 16);
    return (placeholder === "y" ? (value & 3) | 8 : value).toString(16);
  };
  return `${"xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, digit)}.${node}`;
}
