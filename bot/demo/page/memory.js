// Small things kept in this browser. One that keeps nothing loses only comfort.

export function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`paidan.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`paidan.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the next visit starts anew.
  }
}
