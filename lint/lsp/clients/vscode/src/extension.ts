// SPDX-License-Identifier: MIT
import { commands, ExtensionContext, window, workspace } from "vscode";
import { ExecuteCommandRequest, LanguageClient } from "vscode-languageclient/node";

// What is the editor's alone; the server is told of the rest. See docs/editors.md.
const ownSettings = new Set(["path", "trace"]);

let client: LanguageClient | undefined;

/** The settings as the server wants them: without the editor's own and those that are not set. */
function serverSettings(settings: object): object {
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => !ownSettings.has(name) && value !== null));
}

function makeClient(): LanguageClient {
  const settings = workspace.getConfiguration("wikivet");
  return new LanguageClient("wikivet", "wikivet",
    { command: settings.get("path", "wikivet"), args: ["lsp"] },
    {
      documentSelector: [{ language: "wikitext" }],
      initializationOptions: serverSettings(settings),
      middleware: {
        workspace: {
          configuration: async (params, token, next) => {
            const answer = await next(params, token);
            return Array.isArray(answer) ? answer.map(item => item && serverSettings(item)) : answer;
          },
        },
      },
    });
}

async function start(): Promise<void> {
  client = makeClient();
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const settings = "Open Settings";
    // Not awaited: it may stand for long, and a restart must not wait for it.
    void window.showErrorMessage(
      `wikivet could not be started: ${error instanceof Error ? error.message : error}`, settings,
    ).then(chosen => chosen === settings &&
      commands.executeCommand("workbench.action.openSettings", "wikivet.path"));
  }
}

/** Stops the server; that it doesn't answer any more is no reason not to start another. */
async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop().catch(() => undefined);
}

async function fixPage(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!client || document?.languageId !== "wikitext")
    return;
  await client.sendRequest(ExecuteCommandRequest.type, {
    command: "wikivet.fixAll",
    arguments: [client.code2ProtocolConverter.asUri(document.uri)],
  });
}

export async function activate(context: ExtensionContext): Promise<void> {
  // One after the other: two at a time would leave a server that nobody stops.
  let last = start();
  const restart = () => last = last.then(stop).then(start);
  context.subscriptions.push(
    commands.registerCommand("wikivet.fixPage", fixPage),
    commands.registerCommand("wikivet.restart", restart),
    workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration("wikivet.path"))
        await restart();
    }));
  await last;
}

export function deactivate(): Promise<void> {
  return stop();
}
