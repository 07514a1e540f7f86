/** A page that stands alone: it loads nothing, and its policy lets nothing in. */
import { createHash } from 'node:crypto';
import { markup, type Markup } from '../markup.ts';
import { verdictText } from '../plural.ts';
import { summarise } from '../summary.ts';
import type { ReportContext, ReportInput } from '../types.ts';
import { eventsSection } from './events.ts';
import { findingsSection } from './findings.ts';
import { levelsSection } from './levels.ts';
import { notesSection } from './notes.ts';
import { overviewSection } from './overview.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Code in texts could not run, even where one was not escaped. */
const POLICY = `default-src 'none'; script-src '${hashOf(SCRIPT)}'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'`;

export function html(input: ReportInput, context: ReportContext): string {
  const sections: readonly (readonly [id: string, title: string, content: Markup])[] = [
    ['overview', 'Overview', overviewSection(input)],
    ['findings', 'Findings', findingsSection(input, context)],
    ['events', 'Events', eventsSection(input, context)],
    ['levels', 'Levels', levelsSection(input, context)],
    ['notes', 'Notes', notesSection(input, context)],
  ];
  const verdict = verdictText(summarise(input));
  return `${markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="tracklint ${context.version}">
<meta name="color-scheme" content="light dark">
<title>${verdict}: tracking plan and code</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><div class="wide">
<div><p class="brand">tracklint</p><h1>Tracking plan and code</h1></div>
<p class="verdict ${summarise(input).errors > 0 ? 'bad' : input.findings.length > 0 ? 'warn' : 'good'}">${verdict}</p>
<nav aria-label="Parts of the report"><ul>${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</div></header>
<main id="main" class="wide" tabindex="-1">${sections.map(([id, title, content]) => markup`
<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}
</section>`)}
</main>
<footer class="wide">Written by tracklint ${context.version}. Everything here was read from the code; nothing of it ran.</footer>
<script>${{ markup: SCRIPT }}</script>
</body>
</html>`.markup}\n`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
