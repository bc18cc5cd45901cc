/** Ids of elements, unique within the panel's shadow tree. */
export const idOf = (name: string, part: string): string => `lo-${name}-${part}`;
