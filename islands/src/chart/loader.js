// What a chart may load or link to: nothing outside of this server. Its data came with it.
import { loader } from 'vega';
import { ours } from '../lib/link.js';

export function safeLoader() {
  const made = loader();
  made.sanitize = async (uri, options) => {
    const href = ours(uri);
    if (options?.context !== 'href' || href === null) throw new Error('a chart loads nothing and links only inside this server');
    return { href };
  };
  return made;
}
