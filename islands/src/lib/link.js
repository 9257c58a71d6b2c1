// Links in data are made from pages that strangers wrote: only addresses of this server are followed.

/** The address, made whole, when it leads to this server; else null. */
export function ours(href) {
  if (typeof href !== 'string' || href === '') return null;
  try {
    const url = new URL(href, document.baseURI);
    return url.origin === location.origin && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
