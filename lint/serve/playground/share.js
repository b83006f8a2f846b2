// What the page shows, as the fragment of its address: JSON, compressed, in the URL-safe base64.

/// More than any page; a fragment may be made to unpack to anything.
const mostBytes = 4 << 20;

async function pipe(bytes, transform) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > mostBytes) throw new Error('too large');
    chunks.push(value);
  }
}

export async function toFragment(shown) {
  const json = new TextEncoder().encode(JSON.stringify(shown));
  const packed = await pipe(json, new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/// Null if it is no such fragment.
export async function fromFragment(fragment) {
  try {
    const binary = atob(fragment.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const json = await pipe(packed, new DecompressionStream('deflate-raw'));
    const shown = JSON.parse(new TextDecoder().decode(json));
    return typeof shown?.text === 'string' ? shown : null;
  } catch {
    return null;
  }
}
