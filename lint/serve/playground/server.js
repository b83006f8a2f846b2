// The server's API; see docs/server.md.
import { findingsInUnits } from './offsets.js';

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Error('the server can’t be reached');
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  throw new Error(answer?.error?.message ?? `the server answers ${response.status}`);
}

function post(path, body, signal) {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}

export const rules = () => ask('v1/rules');

/// The findings with offsets in code units of `request.text`.
export async function lint(request, signal) {
  const { findings } = await post('v1/lint', request, signal);
  return findingsInUnits(request.text, findings);
}

export const fix = (request) => post('v1/fix', request);
