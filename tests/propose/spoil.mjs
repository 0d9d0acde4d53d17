export function spoil() { return undefined; }
