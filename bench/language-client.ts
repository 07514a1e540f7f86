/** ESLint's language server, the one behind editors' ESLint extensions, and as much of a client as measuring it takes. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Installed on first use, outside of this repository: with what it brings along it is larger than all else. */
const PACKAGE = 'vscode-langservers-extracted@4.10.0';
const INSTALLED = join(tmpdir(), 'tracklint-bench-language-server');

export interface Diagnostic {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly code?: string;
  readonly message: string;
}

export interface LanguageServer {
  /** Shows a text as that of a file, saved or not. `file` is absolute. */
  show(file: string, text: string): void;
  /** What ESLint says of a file that is shown. */
  diagnostics(file: string): Promise<readonly Diagnostic[]>;
  stop(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[]; readonly message?: string };
  readonly result?: { readonly items?: readonly Diagnostic[] };
  readonly error?: { readonly message: string };
}

/** Starts the server in a folder, with the settings that VS Code has by default. `log` is told what the server says of itself. */
export async function startLanguageServer(folder: string, log: (text: string) => void): Promise<LanguageServer> {
  const server = spawn(process.execPath, [serverPath(), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, (message: Message) => void>();
  const versions = new Map<string, number>();
  const workspace = { uri: pathToFileURL(folder).href, name: 'product' };
  const settings = {
    validate: 'on', run: 'onType', useESLintClass: true, useFlatConfig: true, experimental: {}, packageManager: 'npm', nodePath: null, format: false, quiet: false,
    onIgnoredFiles: 'off', options: {}, rulesCustomizations: [], problems: { shortenToSingleLine: false }, workspaceFolder: workspace, workingDirectory: { directory: folder },
    codeActionOnSave: { mode: 'all' }, codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  };
  let lastId = 0;
  let received = Buffer.alloc(0);

  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const header = /^(?:.*\r\n)*?Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(received.toString('latin1', 0, 400));
      const start = header?.[0].length ?? 0;
      const end = start + Number(header?.[1]);
      if (!header || received.length < end) return;
      receive(JSON.parse(received.toString('utf8', start, end)) as Message);
      received = received.subarray(end);
    }
  });

  function receive({ id, method, ...message }: Message): void {
    if (method === undefined) answers.get(id ?? -1)?.(message);
    else if (method === 'workspace/configuration') send({ id, result: (message.params?.items ?? []).map(() => settings) });
    else if (id !== undefined) send({ id, result: null });
    else if (message.params?.message !== undefined) log(message.params.message);
  }

  function send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  }

  function ask(method: string, params: object): Promise<Message> {
    const id = ++lastId;
    send({ id, method, params });
    return new Promise((answered) => void answers.set(id, answered));
  }

  await ask('initialize', { processId: process.pid, rootUri: workspace.uri, workspaceFolders: [workspace], capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { diagnostic: {} } } });
  send({ method: 'initialized', params: {} });
  return {
    show(file, text) {
      const uri = pathToFileURL(file).href;
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      if (version === 1) send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: languageOf(file), version, text } } });
      else send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
    },
    async diagnostics(file) {
      const { result, error } = await ask('textDocument/diagnostic', { textDocument: { uri: pathToFileURL(file).href } });
      if (error) throw new Error(error.message);
      return result?.items ?? [];
    },
    stop: () => void server.kill(),
  };
}

function languageOf(file: string): string {
  if (/\.[cm]?ts$/.test(file)) return 'typescript';
  return file.endsWith('.tsx') ? 'typescriptreact' : file.endsWith('.jsx') ? 'javascriptreact' : file.slice(file.lastIndexOf('.') + 1).replace(/^[cm]?js$/, 'javascript');
}

function serverPath(): string {
  const path = join(INSTALLED, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
  if (!existsSync(path)) {
    mkdirSync(INSTALLED, { recursive: true });
    execFileSync('npm', ['install', '--prefix', INSTALLED, '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE], { stdio: 'ignore' });
  }
  return path;
}
