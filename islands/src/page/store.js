// The reader's own settings, in this browser only. A browser that refuses storage forgets them, and that is all.

export function recall(name) {
  try {
    return localStorage.getItem(`sayso:${name}`);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(`sayso:${name}`);
    else localStorage.setItem(`sayso:${name}`, value);
  } catch {
    // private windows and strict settings
  }
}
