// Copying, and saving where copying is not allowed (the clipboard needs a secure context).

const write = async (parts) => {
  try {
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch {
    return false;
  }
};

/** Copies text, and HTML beside it for programs that take it. True where the browser let it. */
export async function copy(text, html = null) {
  const plain = new Blob([text], { type: 'text/plain' });
  const rich = html && { 'text/html': new Blob([html], { type: 'text/html' }) };
  return write({ 'text/plain': plain, ...rich });
}

/** Copies a picture; where that is not allowed, saves it under `name`. */
export async function copyOrSave(blob, name) {
  if (await write({ [blob.type]: blob })) return 'Copied';
  save(blob, name);
  return `Saved as ${name}`;
}

export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
